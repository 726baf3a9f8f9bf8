import { lineEndLength, nextLineEnd } from './line-index';
import type { Span } from './span';

/** How the lines of a text end: as its first one does. */
export function lineEndOf(text: string): string {
  const at = nextLineEnd(text, 0);
  return text.slice(at, at + lineEndLength(text, at)) || '\n';
}

/** The whole lines from one offset to another, the last line end included. */
export function wholeLines(text: string, { start, end }: Span): Span {
  const last = nextLineEnd(text, Math.max(start, end));
  return { start: lineStart(text, start), end: last + lineEndLength(text, last) };
}

/** What stands between the start of the line and an offset. */
export function lineBefore(text: string, offset: number): string {
  return text.slice(lineStart(text, offset), offset);
}

function lineStart(text: string, offset: number): number {
  let first = offset;
  while (first > 0 && !/[\r\n]/.test(text[first - 1]!)) first--;
  return first;
}
