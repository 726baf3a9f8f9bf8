import type { Token } from './token';

/** A backslash in a text and what belongs to it; `\x`, `\u`, `\U` and `\N` need what follows here, others don't. */
const textEscape =
  /\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U(?:000[0-9a-fA-F]|0010)[0-9a-fA-F]{4}|N\{[^{}]*\}|[^xuUN])/y;
const bytesEscape = /\\(?:x[0-9a-fA-F]{2}|[^x])/y;

/**
 * The quoted text that starts at `start`; `opening` is its prefix with the first quote. `beyond` marks what this
 * project doesn't follow: f-strings, which hold expressions, and characters by name.
 */
export function readText(source: string, start: number, opening: string): Token {
  const prefix = opening.slice(0, -1).toLowerCase();
  const quote = opening.slice(-1);
  const first = start + prefix.length;
  const mark = source.startsWith(quote.repeat(3), first) ? quote.repeat(3) : quote;
  const raw = prefix.includes('r');
  const bytes = prefix.includes('b');
  let at = first + mark.length;
  let beyond = prefix.includes('f');
  let empty = true;
  while (!source.startsWith(mark, at)) {
    const character = source[at];
    if (character === undefined || (character === '\n' && mark.length === 1)) return wrong(start, at);
    let length = 1;
    if (character === '\\') {
      length = raw || beyond ? 2 : escapeLength(source, at, bytes);
      if (length === 0) return wrong(at, Math.min(at + 2, source.length));
      beyond ||= !raw && !bytes && source[at + 1] === 'N';
    }
    empty &&= character === '\\' && source[at + 1] === '\n' && !raw;
    at += length;
  }
  if (bytes && /[^\0-\x7f]/.test(source.slice(start, at))) return wrong(start, at + mark.length);
  return { kind: 'text', bytes, empty, beyond, start, end: at + mark.length };
}

function escapeLength(source: string, at: number, bytes: boolean): number {
  const pattern = bytes ? bytesEscape : textEscape;
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0].length ?? 0;
}

function wrong(start: number, end: number): Token {
  return { kind: 'wrong', problem: 'quote', start, end };
}
