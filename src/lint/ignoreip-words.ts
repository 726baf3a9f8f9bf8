import { isAtLeast, type Release } from '../knowledge/release';
import { sliceText, type Text } from '../text/text';
import { findInlineComment } from '../values/inline-comment';
import { splitWords } from '../values/words';

/** The words of `ignoreip` but for those behind a `#`, which are a mistake of their own. */
export function ignoreipWords(text: Text, release: Release): readonly Text[] {
  const anySpace = isAtLeast(release, '1.1.0');
  if (!text.value.includes('#')) return splitWords(text, anySpace);
  const words: Text[] = [];
  let start = 0;
  for (const line of text.value.split('\n')) {
    const length = findInlineComment(line)?.start ?? line.length;
    words.push(...splitWords(sliceText(text, start, start + length), anySpace));
    start += line.length + 1;
  }
  return words;
}
