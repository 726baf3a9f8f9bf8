/** The same characters as `isSpace`, to be put between the brackets of a regular expression. */
export const spaces = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';

/**
 * White space as Python's `str.isspace` and `str.strip` know it. JavaScript's `trim` differs: it leaves
 * U+001C to U+001F and U+0085 and takes U+FEFF away (measured with Python 3.11).
 */
export function isSpace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code >= 0x1c;
  if (code < 0x85) return false;
  return (
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** First index at or after `from` (UTF-16 units) that holds no white space; `end` if there is none. */
export function skipSpace(text: string, from: number, end = text.length): number {
  let at = from;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** Index behind the last character before `end` that is no white space; `start` if there is none. */
export function trimEnd(text: string, start: number, end = text.length): number {
  let at = end;
  while (at > start && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Python's `text.strip()`. */
export function strip(text: string): string {
  const start = skipSpace(text, 0);
  return text.slice(start, trimEnd(text, start));
}

/** Python's `text.rstrip()`. */
export function stripEnd(text: string): string {
  return text.slice(0, trimEnd(text, 0));
}
