/**
 * Splits a text into words as Python's `shlex.split` does (POSIX rules, no comments); undefined where a quote or a backslash at the
 * end leaves it unfinished.
 */
export function splitShellWords(text: string): readonly string[] | undefined {
  const words: string[] = [];
  let word: string | undefined;
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (quote !== '') {
      if (character === quote) quote = '';
      else if (character === '\\' && quote === '"') {
        const next = text[++at];
        if (next === undefined) return undefined;
        word += next === '"' || next === '\\' ? next : `\\${next}`;
      } else word += character;
    } else if (' \t\r\n'.includes(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (character === '"' || character === "'") {
      quote = character;
      word ??= '';
    } else if (character === '\\') {
      const next = text[++at];
      if (next === undefined) return undefined;
      word = (word ?? '') + next;
    } else word = (word ?? '') + character;
  }
  if (quote !== '') return undefined;
  if (word !== undefined) words.push(word);
  return words;
}
