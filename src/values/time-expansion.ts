import { lazyPattern } from '../text/lazy-pattern';
import { isSpace, skipSpace } from '../text/python-space';
import type { Span } from '../text/span';
import { unitSeconds } from './time-units';

/** A time with its units written out as multiplications, and where each character of it comes from. */
export interface Expansion {
  readonly source: string;
  /** The part of the original text behind the characters from `start` to `end` of `source`. */
  readonly original: (start: number, end: number) => Span;
}

/** Characters of an expansion; the original span of the n-th UTF-16 unit is `starts[n]` to `ends[n]`. */
interface Draft {
  text: string;
  readonly starts: number[];
  readonly ends: number[];
}

/** ASCII letters and the four that Python's case-blind matching takes for one of them. */
const letters = /[A-Za-z\u0130\u0131\u017f\u212a]+/g;
/** What, standing behind a word, makes it a longer word; a decimal digit does not, it gets a blank before it. */
const wordGoesOn = lazyPattern(() => /^[\p{L}\p{Nl}\p{No}_]/u);

/**
 * What fail2ban makes of a time before it evaluates it (`str2seconds` of mytime.py): `1h30 m` → `1*3600+30 *60`. Line
 * ends come out as `\n`, as Python reads them. Never fails: what is no time stays as it stands.
 */
export function expandTime(text: string): Expansion {
  const { text: source, starts, ends } = addUp(multiply(text));
  return {
    source,
    original: (start, end) => {
      const from = starts[start] ?? text.length;
      return { start: from, end: Math.max(from, ends[Math.max(start, end - 1)] ?? text.length) };
    },
  };
}

/** A blank between a letter and a digit, a multiplication for a unit. */
function multiply(text: string): Draft {
  const draft: Draft = { text: '', starts: [], ends: [] };
  let done = 0;
  for (const { 0: word, index } of text.matchAll(letters)) {
    keep(draft, text, done, index);
    const end = index + word.length;
    done = end;
    const seconds =
      follows(text, index) && !wordGoesOn().test(text.slice(end, end + 2)) ? unitSeconds(word) : undefined;
    if (seconds === undefined) keep(draft, text, index, end);
    else add(draft, `*${seconds}`, index, end);
    if (digitAt(text, end) !== '') add(draft, ' ', end, end);
  }
  keep(draft, text, done, text.length);
  return draft;
}

/** A `+` for white space between two digits; a digit serves one such place only, so `1 2 3` becomes `1+2 3`. */
function addUp(from: Draft): Draft {
  const draft: Draft = { text: '', starts: [], ends: [] };
  const digit = /\p{Nd}/gu;
  let done = 0;
  for (let found = digit.exec(from.text); found !== null; found = digit.exec(from.text)) {
    const start = digit.lastIndex;
    const end = skipSpace(from.text, start);
    const next = end > start ? digitAt(from.text, end) : '';
    if (next === '') continue;
    copy(draft, from, done, start);
    add(draft, '+', from.starts[start] ?? 0, from.ends[end - 1] ?? 0);
    done = end;
    digit.lastIndex = end + next.length;
  }
  copy(draft, from, done, from.text.length);
  return draft;
}

/** Whether the word at `index` follows a digit or white space directly. */
function follows(text: string, index: number): boolean {
  if (index === 0) return false;
  return isSpace(text.charCodeAt(index - 1)) || /\p{Nd}$/u.test(text.slice(Math.max(0, index - 2), index));
}

/** The decimal digit, of any script, that stands at `index`; empty if there is none. */
function digitAt(text: string, index: number): string {
  return /^\p{Nd}/u.exec(text.slice(index, index + 2))?.[0] ?? '';
}

function keep(draft: Draft, text: string, start: number, end: number): void {
  for (let at = start; at < end; at++) {
    const lineEnd = text[at] === '\r';
    const from = at;
    if (lineEnd && text[at + 1] === '\n' && at + 1 < end) at++;
    draft.text += lineEnd ? '\n' : text[from];
    draft.starts.push(from);
    draft.ends.push(at + 1);
  }
}

function add(draft: Draft, replacement: string, start: number, end: number): void {
  draft.text += replacement;
  for (let count = replacement.length; count > 0; count--) {
    draft.starts.push(start);
    draft.ends.push(end);
  }
}

function copy(draft: Draft, from: Draft, start: number, end: number): void {
  draft.text += from.text.slice(start, end);
  for (let at = start; at < end; at++) {
    draft.starts.push(from.starts[at] ?? 0);
    draft.ends.push(from.ends[at] ?? 0);
  }
}
