import { namesOfFormat } from '../knowledge/options';
import { quote } from '../text/excerpt';
import { findInlineComment } from '../values/inline-comment';
import { findNumberFault, type NumberFault, numberOptions } from '../values/number-fault';
import type { Model } from './model';
import type { GradedFinding } from './one-per-place';
import { hasSwallowed } from './swallowed-lines';
import { gradeByUse, onceUsed } from './use';
import { type UsedValue, valuesOf } from './used-values';
import { placeOfValue } from './value-place';

/** Findings about numbers with one kind of fault, for every use of them. A comment behind a number is left to another rule. */
export function numberFindings(model: Model, kind: NumberFault['kind']): readonly GradedFinding[] {
  return optionsFor[kind]
    .flatMap(option => valuesOf(model, option))
    .flatMap(value => checkNumber(model, value, kind));
}

const optionsFor: Readonly<Record<NumberFault['kind'], readonly string[]>> = {
  type: namesOfFormat('integer'),
  range: ['stacksize', 'maxlines'],
  list: namesOfFormat('integers'),
};

function checkNumber(model: Model, value: UsedValue, kind: NumberFault['kind']): readonly GradedFinding[] {
  const { option, text, jail, use } = value;
  const fault = findNumberFault(option, text.value);
  if (fault?.kind !== kind || findInlineComment(text.value) || hasSwallowed(model, text)) return [];
  const isDropped = fault.effect === 'dropped';
  const effect = isDropped ? 'it is dropped' : `fail2ban will not start${onceUsed(use)}`;
  const question = fault.suggestion === undefined ? '' : ` - did you mean "${fault.suggestion}"?`;
  return [
    {
      at: placeOfValue(model.setup, value, numberOptions),
      message: `${option} = ${quote(text.value)} ${fault.reason}: ${effect}${question}`,
      severity: gradeByUse(use, isDropped ? 'warning' : 'error'),
      option,
      ...(jail && { jail: jail.name }),
    },
  ];
}
