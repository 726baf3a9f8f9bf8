/** Finds where tags end, in steps as many as the text has characters over all tags of it. */
export interface Closings {
  /**
   * Offset of `mark` behind `from`, outside of quotes and brackets; of the first one at all where there is no such. Undefined where the
   * tag never ends.
   */
  code(mark: string, from: number): number | undefined;
  /** The first one, whatever stands before it. */
  plain(mark: string, from: number): number | undefined;
}

export function createClosings(text: string, quotes: string): Closings {
  // each is asked once too often at most: behind that the text has none
  const missing = new Set<string>();
  let isBroken = false;
  function plain(mark: string, from: number): number | undefined {
    if (missing.has(mark)) return undefined;
    const found = text.indexOf(mark, from);
    if (found >= 0) return found;
    missing.add(mark);
    return undefined;
  }
  return {
    plain,
    code(mark, from) {
      if (!isBroken) {
        const found = findOutside(text, mark, from, quotes);
        if (found !== undefined) return found;
        isBroken = true;
      }
      return plain(mark, from);
    },
  };
}

function findOutside(text: string, mark: string, from: number, quotes: string): number | undefined {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (depth === 0 && text.startsWith(mark, at)) return at;
    const character = text[at]!;
    if (quotes.includes(character)) {
      at = endOfQuoted(text, at);
      if (at < 0) return undefined;
    } else if (character === '{' || character === '(' || character === '[') depth++;
    else if (depth > 0 && (character === '}' || character === ')' || character === ']')) depth--;
  }
  return undefined;
}

/** Offset of the quote that ends what the one at `start` begins; -1 without one. A backslash hides a character, but not in backticks. */
export function endOfQuoted(text: string, start: number): number {
  const quote = text[start]!;
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === quote) return at;
    if (text[at] === '\\' && quote !== '`') at++;
  }
  return -1;
}
