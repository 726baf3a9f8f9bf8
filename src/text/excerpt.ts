import { printable } from './printable';

/** How much of a value a message quotes, in UTF-16 units. */
const longest = 60;

/** A text fit to be quoted in a message: its beginning, with `…` for what is left out, and what can't be seen as escapes. */
export function excerpt(text: string): string {
  if (text.length <= longest) return printable(text);
  return `${printable(text.slice(0, longest).replace(/[\ud800-\udbff]$/, ''))}…`;
}

/** The excerpt between quotes, unless the text brings its own. */
export function quote(text: string): string {
  return /^".*"$/.test(text) ? excerpt(text) : `"${excerpt(text)}"`;
}
