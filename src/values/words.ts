import { isSpace, strip } from '../text/python-space';
import { sliceText, type Text } from '../text/text';

/**
 * The words of a list such as `ignoreip`, each with its places: between blanks, commas and line breaks, and from 1.1.0 (`anySpace`)
 * any white space (`splitwords` of fail2ban's helpers.py).
 */
export function splitWords(text: Text, anySpace: boolean): readonly Text[] {
  const byText = anySpace ? withAnySpace : withBlanks;
  const words = byText.get(text) ?? split(text, anySpace);
  byText.set(text, words);
  return words;
}

/** A list may be long, and is asked for by the server's part and by rules. */
const withAnySpace = new WeakMap<Text, readonly Text[]>();
const withBlanks = new WeakMap<Text, readonly Text[]>();

function split(text: Text, anySpace: boolean): readonly Text[] {
  const { value } = text;
  const words: Text[] = [];
  const separates = (character: string) =>
    character === ' ' ||
    character === ',' ||
    character === '\n' ||
    (anySpace && isSpace(character.charCodeAt(0)));
  for (let at = 0; at < value.length; ) {
    if (separates(value[at]!)) {
      at++;
      continue;
    }
    let end = at;
    while (end < value.length && !separates(value[end]!)) end++;
    const word = value.slice(at, end);
    const stripped = strip(word);
    const start = at + word.indexOf(stripped);
    if (stripped !== '') words.push(sliceText(text, start, start + stripped.length));
    at = end;
  }
  return words;
}
