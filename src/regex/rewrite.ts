import { lastUpTo } from '../text/last-up-to';
import type { Span } from './tree';

/** `text.slice(start, end)` of the text as it was is replaced by `by`. */
export interface Replacement extends Span {
  readonly by: string;
}

interface Replaced {
  readonly source: Span;
  readonly result: Span;
}

/** A text in which parts were replaced, with the way back. */
export interface Rewritten {
  readonly text: string;
  readonly replaced: readonly Replaced[];
}

/** Carries out `replacements`, which are in order and don't overlap. */
export function rewrite(text: string, replacements: readonly Replacement[]): Rewritten {
  const parts: string[] = [];
  const replaced: Replaced[] = [];
  let taken = 0;
  let length = 0;
  for (const { start, end, by } of replacements) {
    parts.push(text.slice(taken, start), by);
    const from = length + start - taken;
    length = from + by.length;
    taken = end;
    replaced.push({ source: { start, end }, result: { start: from, end: length } });
  }
  parts.push(text.slice(taken));
  return { text: parts.join(''), replaced };
}

/** Where the character at `offset` of the result comes from: a replaced part is taken as a whole. */
function sourceOfCharacter(rewritten: Rewritten, offset: number): Span {
  const found = lastUpTo(rewritten.replaced, offset, ({ result }) => result.start);
  if (found === undefined) return { start: offset, end: offset + 1 };
  if (offset < found.result.end) return found.source;
  const start = found.source.end + offset - found.result.end;
  return { start, end: start + 1 };
}

/**
 * The span of the source that `span` of the result comes from. What touches a replaced part covers all of that part;
 * an empty span stays empty unless it lies in such a part.
 */
export function sourceSpan(rewritten: Rewritten, span: Span): Span {
  if (rewritten.replaced.length === 0) return span;
  const first = sourceOfCharacter(rewritten, span.start);
  if (span.end > span.start)
    return { start: first.start, end: sourceOfCharacter(rewritten, span.end - 1).end };
  const whole = first.end > first.start + 1;
  return whole ? first : { start: first.start, end: first.start };
}
