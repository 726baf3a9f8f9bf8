import type { RegexErrorCode, RegexFailure } from './failure';
import type { Rewritten } from './rewrite';
import type { Span } from './tree';

/** Errors that a tag in the middle of their text explains. */
const AROUND_TAGS: ReadonlySet<RegexErrorCode> = new Set(['unknown-extension', 'bad-range']);

/** The tag that the error at `place` of the source is in, or has to do with. */
function tagOf(tags: Rewritten, code: RegexErrorCode, place: Span): Span | undefined {
  return tags.replaced.find(({ source }) => {
    if (AROUND_TAGS.has(code)) return source.start < place.end && place.start < source.end;
    return source.start === place.start && source.end === place.end;
  })?.source;
}

/**
 * The message for an error at `place` of `source`, whose tags were replaced. Speaks of the tag where the error lies in
 * the text the tag stands for: nobody wrote that text.
 */
export function messageForSource(
  { code, message }: RegexFailure,
  place: Span,
  source: string,
  tags: Rewritten,
): string {
  const span = tagOf(tags, code, place);
  if (span === undefined) return message;
  const tag = source.slice(span.start, span.end);
  if (code === 'unterminated-group') return `${tag} has no </${tag.slice(1)} that closes it`;
  if (code === 'unbalanced-parenthesis' && tag.startsWith('</')) return `${tag} closes nothing here`;
  if (code === 'duplicate-group') return `${tag} is or contains ${message}`;
  if (code === 'bad-group-name' && tag.startsWith('<F-')) return `${tag}: ${message}`;
  return `${tag} can't stand here: fail2ban puts a regular expression in its place`;
}
