import { namesOfFormat } from '../knowledge/options';
import { quote } from '../text/excerpt';
import { findInlineComment } from '../values/inline-comment';
import { findNumberFault, type NumberFault, numberOptions } from '../values/number-fault';
import type { Fix } from './fix';
import { replaceText } from './make-fix';
import type { Model } from './model';
import type { GradedFinding } from './one-per-place';
import type { Place } from './place';
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
  const at = placeOfValue(model.setup, value, numberOptions);
  // in place of a reference to another option a number would be a guess
  const fix = at.kind === 'text' ? numberFix(model, at, value, fault) : undefined;
  return [
    {
      at,
      message: `${option} = ${quote(text.value)} ${fault.reason}: ${effect}${question}`,
      severity: gradeByUse(use, isDropped ? 'warning' : 'error'),
      option,
      ...(jail && { jail: jail.name }),
      ...(fix && { fix }),
    },
  ];
}

/** What a number out of its range comes closest to: a filter for single lines, the stack the system gives. */
const sound: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['maxlines', ['1', 'how many lines the filter looks at']],
  ['stacksize', ['0', 'how large the stack of a thread is']],
]);

function numberFix(
  { setup }: Model,
  at: Place,
  { option, text }: UsedValue,
  { kind, suggestion }: NumberFault,
): Fix | undefined {
  if (suggestion !== undefined) {
    const fix = replaceText(setup, `write ${suggestion}`, at, suggestion);
    const isTime = kind === 'type' && /\d\s*[smhdwy]/i.test(text.value);
    return isTime ? { ...fix, decision: `which number ${option} is to be` } : fix;
  }
  const [number, decision] = (kind === 'range' && sound.get(option)) || [];
  if (number === undefined || decision === undefined) return undefined;
  return { ...replaceText(setup, `write ${option} = ${number}`, at, number), decision };
}
