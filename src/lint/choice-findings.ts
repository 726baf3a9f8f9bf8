import { wordsOf } from '../knowledge/options';
import { quote } from '../text/excerpt';
import { isBooleanWord, parseBoolean } from '../values/boolean';
import { findInlineComment } from '../values/inline-comment';
import { replaceText } from './make-fix';
import type { Model } from './model';
import type { GradedFinding } from './one-per-place';
import { gradeByUse } from './use';
import { type UsedValue, valuesOf } from './used-values';
import { placeOfValue } from './value-place';

interface Choice {
  readonly words: readonly string[];
  readonly takes: (text: string) => boolean;
}

const useDnsWords = wordsOf('jail', 'usedns');

/** Options for which an unknown word counts as no (server/filter.py, server/server.py); only the auto of allowipv6 has to be small. */
const choices: ReadonlyMap<string, Choice> = new Map([
  ['usedns', { words: useDnsWords, takes: (text: string) => useDnsWords.includes(text.toLowerCase()) }],
  [
    'allowipv6',
    {
      words: wordsOf('daemon', 'allowipv6'),
      takes: (text: string) => text === 'auto' || isBooleanWord(text),
    },
  ],
]);

/** Words that fail2ban doesn't know and that do not keep it from starting. A comment behind one is left to another rule. */
export function choiceFindings(model: Model): readonly GradedFinding[] {
  return [...choices.keys()].flatMap(option =>
    valuesOf(model, option).flatMap(value => checkChoice(model, value)),
  );
}

function checkChoice({ setup }: Model, value: UsedValue): readonly GradedFinding[] {
  const { option, text, jail, use } = value;
  const { words, takes } = choices.get(option)!;
  if (takes(text.value) || findInlineComment(text.value)) return [];
  const meant = suggestWord(text.value.toLowerCase(), words);
  // a stray sign at the end is plain enough, though not worth a question
  const written = meant ?? suggestWord(text.value.toLowerCase().replace(/\W$/, ''), words);
  const question = meant === undefined ? '' : ` - did you mean "${meant}"?`;
  const at = placeOfValue(setup, value, [option]);
  return [
    {
      at,
      message: `${option} = ${quote(text.value)} is not one of ${words.join(', ')}: it counts as no${question}`,
      severity: gradeByUse(use, 'warning'),
      option,
      ...(jail && { jail: jail.name }),
      ...(written !== undefined && { fix: replaceText(setup, `write ${written}`, at, written) }),
    },
  ];
}

function suggestWord(word: string, words: readonly string[]): string | undefined {
  if (isBooleanWord(word)) return parseBoolean(word) ? 'yes' : 'no';
  return words.find(each => each === word);
}
