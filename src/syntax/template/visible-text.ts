import { lineEndLength, nextLineEnd } from '../../text/line-index';
import type { Span } from '../../text/span';
import type { Tag } from './tag';

/**
 * The text before each tag and behind the last one, without the white space that is not printed: what `-` takes away, and the whole line
 * of statements that stand alone on it, as those who write them mean it.
 */
export function visibleText(text: string, tags: readonly Tag[], keepsIndent: boolean): readonly Span[] {
  const written = [...tags, undefined].map((tag, index) => ({
    start: index === 0 ? 0 : tags[index - 1]!.end,
    end: tag?.start ?? text.length,
  }));
  const cuts = written.map(({ start, end }) => ({ start, end }));
  tags.forEach((tag, index) => {
    cutBefore(text, tag, cuts[index]!);
    cutBehind(text, tag, cuts[index + 1]!);
  });
  for (let first = 0; first < tags.length; first++) {
    const last = endOfRun(text, tags, written, first);
    if (last === undefined) continue;
    // what takes away the line end before it leaves the one behind it
    if (tags[first]!.left !== 'all') {
      const before = cuts[first]!;
      if (!keepsIndent) before.end = Math.min(before.end, skipBack(text, before.end, written[first]!.start));
      const behind = cuts[last + 1]!;
      const lineEnd = nextLineEnd(text, written[last + 1]!.start);
      behind.start = Math.max(behind.start, lineEnd + lineEndLength(text, lineEnd));
    }
    for (let index = first + 1; index <= last; index++) cuts[index]!.start = cuts[index]!.end;
    first = last;
  }
  return cuts.map(({ start, end }) => ({ start: Math.min(start, end), end }));
}

/** The last of the tags that stand alone on their lines together with that at `first`; undefined where something else does. */
function endOfRun(
  text: string,
  tags: readonly Tag[],
  written: readonly Span[],
  first: number,
): number | undefined {
  const before = written[first]!;
  const start = skipBack(text, before.end, before.start);
  const isAtStart = start === 0 || (start > before.start && isLineEnd(text, start - 1));
  // a line end that belongs to a tag ends no line
  if (!isAtStart) return undefined;
  for (let last = first; last < tags.length; last++) {
    const { kind } = tags[last]!;
    if (kind !== 'statement' && kind !== 'comment') return undefined;
    const behind = written[last + 1]!;
    const at = skipBlanks(text, behind.start, behind.end);
    if (at === text.length || (at < behind.end && isLineEnd(text, at))) return last;
    if (at < behind.end) return undefined;
  }
  return undefined;
}

function cutBefore(text: string, { left }: Tag, span: { start: number; end: number }): void {
  if (left === 'all') {
    while (span.end > span.start && isWhite(text, span.end - 1)) span.end--;
  } else if (left === 'indent') {
    const start = skipBack(text, span.end, span.start);
    if (start === 0 || (start > span.start && isLineEnd(text, start - 1))) span.end = start;
  }
}

function cutBehind(text: string, { right }: Tag, span: { start: number; end: number }): void {
  if (right === 'all') {
    while (span.start < span.end && isWhite(text, span.start)) span.start++;
  } else if (right === 'line') {
    const at = skipBlanks(text, span.start, span.end);
    if (at < span.end && isLineEnd(text, at)) span.start = at + lineEndLength(text, at);
  }
}

function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at++;
  return at;
}

function skipBack(text: string, from: number, start: number): number {
  let at = from;
  while (at > start && (text[at - 1] === ' ' || text[at - 1] === '\t')) at--;
  return at;
}

function isLineEnd(text: string, at: number): boolean {
  return text[at] === '\n' || text[at] === '\r';
}

function isWhite(text: string, at: number): boolean {
  return isLineEnd(text, at) || text[at] === ' ' || text[at] === '\t';
}
