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
