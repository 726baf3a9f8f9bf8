import type { Position, Span } from './span';

/** Finds lines and positions in one text. Lines end at `\n`, `\r\n` or a lone `\r`, as Python's universal newlines do. */
export interface LineIndex {
  /** How many lines there are; a text that ends with a line end has an empty last line. */
  readonly count: number;
  /** Position of a UTF-16 offset; an offset behind the text counts as its end. */
  position(offset: number): Position;
  /** Span of a line (from 1) without its line end; undefined where there is no such line. */
  line(number: number): Span | undefined;
}

export function lineIndex(text: string): LineIndex {
  const starts = text.includes('\r') ? startsOfAnyKind(text) : startsBehindLineFeeds(text);
  return {
    count: starts.length,
    position(offset) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (starts[middle]! <= offset) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: Math.min(offset, text.length) - starts[low]! + 1 };
    },
    line(number) {
      const start = starts[number - 1];
      return start === undefined ? undefined : { start, end: nextLineEnd(text, start) };
    },
  };
}

function startsOfAnyKind(text: string): readonly number[] {
  const starts = [0];
  for (let at = nextLineEnd(text, 0); at < text.length; at = nextLineEnd(text, at)) {
    at += lineEndLength(text, at);
    starts.push(at);
  }
  return starts;
}

/** Most texts have no other line ends, and V8 finds these faster than we do. */
function startsBehindLineFeeds(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Offset of the first `\n` or `\r` at or after `from`; the length of the text if there is none. */
export function nextLineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a || code === 0x0d) return at;
  }
  return text.length;
}

/** Length of the line end that stands at `at`: 2 for `\r\n`, 1 for `\n` or `\r`, 0 at the end of the text. */
export function lineEndLength(text: string, at: number): number {
  if (at >= text.length) return 0;
  return text.charCodeAt(at) === 0x0d && text.charCodeAt(at + 1) === 0x0a ? 2 : 1;
}
