/** Gives the first place of one character at or after an offset; the length of the text where there is none. */
export type Finder = (from: number) => number;

/** Finds one character in a text that is asked about from front to back: the whole text is searched once, natively. */
export function finderOf(text: string, character: string): Finder {
  let next = -1;
  return from => {
    if (next < from) {
      const found = text.indexOf(character, from);
      next = found < 0 ? text.length : found;
    }
    return next;
  };
}
