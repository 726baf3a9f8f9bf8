import { quote } from '../text/excerpt';
import { isBooleanWord, parseBoolean } from '../values/boolean';
import { findInlineComment } from '../values/inline-comment';
import type { Model } from './model';
import type { GradedFinding } from './one-per-place';
import { gradeByUse } from './use';
import { type UsedValue, valuesOf } from './used-values';
import { placeOfValue } from './value-place';

/** Options for which an unknown word counts as no (server/filter.py, server/ipdns.py). */
const choices: ReadonlyMap<string, { readonly words: readonly string[]; readonly takesSwitch: boolean }> =
  new Map([
    ['usedns', { words: ['yes', 'warn', 'no', 'raw'], takesSwitch: false }],
    ['allowipv6', { words: ['auto', 'yes', 'no'], takesSwitch: true }],
  ]);

/** Words that fail2ban doesn't know and that do not keep it from starting. A comment behind one is left to another rule. */
export function choiceFindings(model: Model): readonly GradedFinding[] {
  return [...choices.keys()].flatMap(option =>
    valuesOf(model, option).flatMap(value => checkChoice(model, value)),
  );
}

function checkChoice({ setup }: Model, value: UsedValue): readonly GradedFinding[] {
  const { option, text, jail, use } = value;
  const { words, takesSwitch } = choices.get(option)!;
  const word = text.value.toLowerCase();
  if (words.includes(word) || (takesSwitch && isBooleanWord(word)) || findInlineComment(text.value))
    return [];
  const meant = isBooleanWord(word) ? ` - did you mean "${parseBoolean(word) ? 'yes' : 'no'}"?` : '';
  return [
    {
      at: placeOfValue(setup, value, [option]),
      message: `${option} = ${quote(text.value)} is not one of ${words.join(', ')}: it counts as no${meant}`,
      severity: gradeByUse(use, 'warning'),
      option,
      ...(jail && { jail: jail.name }),
    },
  ];
}
