import { closestName } from '../text/closest-name';
import { unquote } from './quotes';

const yes: ReadonlySet<string> = new Set(['1', 'on', 'true', 'yes']);
const no: ReadonlySet<string> = new Set(['0', 'off', 'false', 'no']);

/**
 * What fail2ban makes of a text where it wants a yes or no: true for `1`, `on`, `true` and `yes` in any case, false
 * for every other text, misspelt ones too. White space around the word counts (`_as_bool` of fail2ban's helpers.py).
 */
export function parseBoolean(text: string): boolean {
  return yes.has(text.toLowerCase());
}

/** Whether a text is one of the words people write for a yes or no; any other text silently means no. */
export function isBooleanWord(text: string): boolean {
  const word = text.toLowerCase();
  return yes.has(word) || no.has(word);
}

/** Words that people write for a yes or no and fail2ban does not take. */
const foreign: ReadonlyMap<string, string> = new Map([
  ...['y', 't', 'enable', 'enabled', 'active'].map(word => [word, 'true'] as const),
  ...['n', 'f', 'disable', 'disabled', 'none', 'never'].map(word => [word, 'false'] as const),
]);

/** The word that was probably meant by a text that is none: without its quotes and what
 * follows a `#`, or with a slip mended. */
export function suggestBoolean(text: string): string | undefined {
  const word = unquote(text.split('#', 1)[0] ?? '').toLowerCase();
  if (isBooleanWord(word)) return word;
  const known = foreign.get(word);
  if (known !== undefined || word.length < 3) return known;
  return closestName(
    word,
    ['true', 'false', 'yes', 'no', 'on', 'off'].filter(each => each.length > 2),
  );
}
