import type { Span } from '../text/span';

/** A token of a line, and where the next one starts. */
export interface Token {
  /** Without its double quotes. */
  readonly text: string;
  readonly span: Span;
  /** Undefined where nothing is left, not even a delimiter. */
  readonly next: number | undefined;
}

const whiteSpace = ' \t\r\n';

/**
 * The token at `from`, split at white space, `"` or one `=` (`strdelim` of OpenSSH 9.2's misc.c, which reads keywords and the criteria
 * of `Match`). A double quote anywhere in it ends it at the next one. Undefined where a double quote isn't closed.
 */
export function tokenAt(line: string, from: number): Token | undefined {
  let end = from;
  while (end < line.length && !isDelimiter(line[end]!)) end++;
  if (end === line.length) return { text: line.slice(from), span: { start: from, end }, next: undefined };
  if (line[end] === '"') {
    const close = line.indexOf('"', end + 1);
    if (close < 0) return undefined;
    const text = line.slice(from, end) + line.slice(end + 1, close);
    return { text, span: { start: from, end: close + 1 }, next: skipWhiteSpace(line, close + 1) };
  }
  const token = { text: line.slice(from, end), span: { start: from, end } };
  const next = skipWhiteSpace(line, end + 1);
  if (line[end] === '=' || line[next] !== '=') return { ...token, next };
  return { ...token, next: skipWhiteSpace(line, next + 1) };
}

function isDelimiter(character: string): boolean {
  return character === '"' || character === '=' || whiteSpace.includes(character);
}

/** Offset of the first character at or after `from` that is no white space; the length of the line if there is none. */
export function skipWhiteSpace(line: string, from: number): number {
  let at = from;
  while (at < line.length && whiteSpace.includes(line[at]!)) at++;
  return at;
}
