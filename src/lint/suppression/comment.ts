import { closestName } from '../../text/closest-name';
import type { Span } from '../../text/span';

/** What a comment switches: rules off for what stands next, from here on, or in the whole file; or on again. */
export type CommentKind = 'next-line' | 'off' | 'on' | 'file';

/** What keeps a comment from having any effect. */
export type CommentFault =
  | { readonly kind: 'word'; readonly word: string; readonly meant: string; readonly span: Span }
  | { readonly kind: 'no-rule'; readonly span: Span }
  | { readonly kind: 'date'; readonly text: string; readonly span: Span }
  | { readonly kind: 'reason' }
  /** A text that is no reason, as nothing says so: `--` belongs at the start of the span. */
  | { readonly kind: 'unmarked-reason'; readonly span: Span };

/** A name in the list of a comment: `GROUP/NAME` or `GROUP/*`. */
export interface NamedRule {
  readonly name: string;
  readonly span: Span;
}

/** A comment of f2blint: `f2blint-disable-next-line GROUP/NAME, GROUP/NAME until 2027-01-31 -- reason`. */
export interface SuppressionComment {
  readonly kind: CommentKind;
  /** From `f2blint` to the end. */
  readonly span: Span;
  readonly rules: readonly NamedRule[];
  /** The last day on which it counts: `2027-01-31`. */
  readonly until: { readonly date: string; readonly span: Span } | undefined;
  readonly reason: string | undefined;
  readonly fault: CommentFault | undefined;
}

const kinds: ReadonlyMap<string, CommentKind> = new Map([
  ['f2blint-disable-next-line', 'next-line'],
  ['f2blint-disable', 'off'],
  ['f2blint-enable', 'on'],
  ['f2blint-disable-file', 'file'],
]);

/** `f2blint: disable`, `f2blint-ignore`: words that other linters have. */
const foreignWord = /^f2blint(?:-|\s*:\s*|\s+)((?:disable|enable|ignore|noqa|nolint|suppress)[\w-]*)/i;

/** Reads the comment that stands from `start` (its `#` or `;`) to `end`; undefined for one that is not for f2blint. */
export function readComment(text: string, start: number, end: number): SuppressionComment | undefined {
  const [opener] = /^[#;\s]*/.exec(text.slice(start, end))!;
  const from = start + opener.length;
  const content = text.slice(from, end).trimEnd();
  if (!/^f2blint\b/i.test(content)) return undefined;
  const [word] = /^\S*/.exec(content)!;
  const span = { start: from, end: from + content.length };
  const kind = kinds.get(word);
  if (kind !== undefined) return readList(kind, content, word.length, span);
  const foreign = foreignWord.exec(content);
  const meant = meantBy(word) ?? (foreign === null ? undefined : meantBy(`f2blint-${foreign[1]}`));
  if (meant === undefined && foreign === null) return undefined;
  const written = foreign?.[0] ?? word;
  return {
    kind: 'next-line',
    span,
    rules: [],
    until: undefined,
    reason: undefined,
    fault: {
      kind: 'word',
      word: written,
      meant: meant ?? 'f2blint-disable-next-line',
      span: { start: from, end: from + written.length },
    },
  };
}

function meantBy(word: string): string | undefined {
  // there are no comments behind a setting
  if (word === 'f2blint-disable-line') return 'f2blint-disable-next-line';
  return kinds.has(word) ? word : closestName(word, kinds.keys());
}

/** Reads what follows the first word: names, `until DATE`, `-- reason`. */
function readList(kind: CommentKind, content: string, from: number, span: Span): SuppressionComment {
  const dashes = /(?:^|\s)--(?=\s|$)/.exec(content.slice(from));
  const listEnd = dashes === null ? content.length : from + dashes.index;
  const reason = dashes === null ? '' : content.slice(listEnd + dashes[0].length).trim();
  const rules: NamedRule[] = [];
  let until: SuppressionComment['until'];
  let fault: CommentFault | undefined;
  const words = [...content.slice(from, listEnd).matchAll(/[^\s,]+/g)].map(({ 0: word, index }) => {
    const start = span.start + from + index;
    return { word, span: { start, end: start + word.length } };
  });
  const rest = (start: number) => ({ start, end: span.start + listEnd });
  for (const [index, { word, span: at }] of words.entries()) {
    if (word === 'until') {
      const date = words[index + 1];
      if (date !== undefined && isDate(date.word) && index + 2 === words.length)
        until = { date: date.word, span: { start: at.start, end: date.span.end } };
      else
        fault = {
          kind: 'date',
          text: words
            .slice(index + 1)
            .map(each => each.word)
            .join(' '),
          span: rest(at.start),
        };
      break;
    }
    if (!word.includes('/') && rules.length > 0) {
      fault = { kind: 'unmarked-reason', span: rest(at.start) };
      break;
    }
    rules.push({ name: word, span: at });
  }
  if (fault === undefined && kind !== 'on') {
    if (rules.length === 0) fault = { kind: 'no-rule', span };
    else if (reason === '') fault = { kind: 'reason' };
  }
  return { kind, span, rules, until, reason: reason === '' ? undefined : reason, fault };
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
