import { isAtLeast, type Release } from '../knowledge/release';
import type { Text } from '../text/text';
import { findInlineComment } from '../values/inline-comment';

/** A word of `ignoreip` and where it stands in the text. */
export interface IgnoreipWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Nobody writes, or reads about, more of them in one list. */
const mostFaults = 100;

/**
 * The words of `ignoreip` in which `findFault` finds one, but for those behind a `#`, which are a mistake of their own. Lists
 * have been seen with millions of words, so each word is asked for once.
 */
export function faultyWords<Fault>(
  { value }: Text,
  release: Release,
  findFault: (word: string) => Fault | undefined,
): readonly (IgnoreipWord & { readonly fault: Fault })[] {
  const separators = isAtLeast(release, '1.1.0') ? /[^\s,]+/g : /[^ ,\n]+/g;
  const sound = new Set<string>();
  const found: (IgnoreipWord & { readonly fault: Fault })[] = [];
  let lineStart = 0;
  for (const line of value.split('\n')) {
    const end = line.includes('#') ? (findInlineComment(line)?.start ?? line.length) : line.length;
    for (const match of line.slice(0, end).matchAll(separators)) {
      const word = match[0].trim();
      if (word === '' || sound.has(word)) continue;
      const fault = findFault(word);
      if (fault === undefined) sound.add(word);
      else {
        const start = lineStart + match.index + match[0].indexOf(word);
        found.push({ word, start, end: start + word.length, fault });
        if (found.length === mostFaults) return found;
      }
    }
    lineStart += line.length + 1;
  }
  return found;
}
