import type { Span } from '../../text/span';

/** How the shell takes a part of a word: it looks into `plain` and `double`, not into `single`. */
export interface WordPart extends Span {
  readonly quote: 'plain' | 'single' | 'double';
}

/** A word of a command; offsets in the whole text. */
export interface ShellWord extends Span {
  /** Without its quotes, nothing replaced. */
  readonly value: string;
  readonly parts: readonly WordPart[];
  /** Insides of `$(…)` and of backticks. */
  readonly scripts: readonly Span[];
}

/** A tag of fail2ban, which is replaced before a shell sees it. */
const tag = /<[\w?=/*.:-]+>/y;
const ends = /[\s;&|()<>]/;

/** Reads the word at `at`, which ends before `end`; undefined where none starts there. What is left open goes on to the end. */
export function readWord(text: string, at: number, end: number): ShellWord | undefined {
  const parts: WordPart[] = [];
  const scripts: Span[] = [];
  let value = '';
  let next = at;
  while (next < end) {
    const character = text[next]!;
    const close = character === "'" ? singleEnd(text, next + 1, end) : undefined;
    if (close !== undefined) {
      parts.push({ quote: 'single', start: next + 1, end: close });
      value += text.slice(next + 1, close);
      next = Math.min(close + 1, end);
    } else if (character === '"') {
      const inner = doubleEnd(text, next + 1, end, scripts);
      parts.push({ quote: 'double', start: next + 1, end: inner });
      value += text.slice(next + 1, inner);
      next = Math.min(inner + 1, end);
    } else {
      const stop = plainEnd(text, next, end, scripts);
      if (stop === next) break;
      parts.push({ quote: 'plain', start: next, end: stop });
      value += text.slice(next, stop).replace(/\\([^\n])/g, '$1');
      next = stop;
    }
  }
  return next === at ? undefined : { start: at, end: next, value, parts, scripts };
}

function singleEnd(text: string, at: number, end: number): number {
  const close = text.indexOf("'", at);
  return close < 0 || close > end ? end : close;
}

function doubleEnd(text: string, at: number, end: number, scripts: Span[]): number {
  let next = at;
  while (next < end && text[next] !== '"') next = step(text, next, end, scripts);
  return Math.min(next, end);
}

/** End of the characters that stand in no quotes. */
function plainEnd(text: string, at: number, end: number, scripts: Span[]): number {
  let next = at;
  while (next < end) {
    const character = text[next]!;
    if (character === "'" || character === '"') break;
    if (character === '<') {
      tag.lastIndex = next;
      if (!tag.test(text) || tag.lastIndex > end) break;
      next = tag.lastIndex;
    } else if (ends.test(character)) break;
    else next = step(text, next, end, scripts);
  }
  return next;
}

/** Passes one character, or all that belongs together: an escaped one, `$(…)`, `` `…` ``, `${…}`. */
function step(text: string, at: number, end: number, scripts: Span[]): number {
  if (text[at] === '\\') return Math.min(at + 2, end);
  if (text[at] === '`') return script(at + 1, backtickEnd(text, at + 1, end), end, scripts);
  if (text.startsWith('$((', at)) {
    const close = text.indexOf('))', at);
    return close < 0 || close > end ? end : close + 2;
  }
  if (text.startsWith('$(', at)) return script(at + 2, bracketEnd(text, at + 2, end), end, scripts);
  if (text.startsWith('${', at)) {
    const close = text.indexOf('}', at);
    return close < 0 || close > end ? end : close + 1;
  }
  return at + 1;
}

function script(start: number, close: number, end: number, scripts: Span[]): number {
  scripts.push({ start, end: close });
  return Math.min(close + 1, end);
}

function backtickEnd(text: string, at: number, end: number): number {
  let next = at;
  while (next < end && text[next] !== '`') next += text[next] === '\\' ? 2 : 1;
  return Math.min(next, end);
}

/** The `)` that belongs to a `$(`; brackets in quotes do not count. */
function bracketEnd(text: string, at: number, end: number): number {
  let depth = 1;
  let quote = '';
  for (let next = at; next < end; next++) {
    const character = text[next]!;
    if (quote !== "'" && character === '\\') next++;
    else if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === "'" || character === '"') quote = character;
    else if (character === '(') depth++;
    else if (character === ')' && --depth === 0) return next;
  }
  return end;
}
