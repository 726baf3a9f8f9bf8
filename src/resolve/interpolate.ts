import { concatenate, madeText, type Slice, type Text } from '../text/text';
import { slashReferences } from './slash-reference';

/** What a name stands for. Only the values of a filter that a jail sees as `known/…` can be no text; using one is an error. */
export type Value = Text | { readonly notText: string };

/** Where interpolation looks names up. */
export interface Scope {
  /** Section that reads, the value of `%(__name__)s`. */
  readonly section: string;
  /** A name in lower case. */
  lookup(name: string): Value | undefined;
  /** `%(SECTION/OPTION)s`, both as written; only asked where `lookup` has nothing under that spelling. */
  foreign(section: string, option: string): Value | undefined;
  /** The names `lookup` knows, for suggestions. */
  names(): Iterable<string>;
}

/**
 * `missing`: no such name. `percent`: a `%` that starts nothing. `unclosed`: `%(` without `)s`. `depth`: more than ten nested
 * texts, or a text that contains itself. `not-text`: the name stands for a number or nothing. `too-large`: our own limit.
 */
export interface InterpolationError {
  readonly kind: 'missing' | 'percent' | 'unclosed' | 'depth' | 'not-text' | 'too-large';
  /** The name that was asked for, in lower case; empty for `percent` and `unclosed`. */
  readonly name: string;
  /** The names that could have been asked for. */
  readonly names: () => Iterable<string>;
  /** The text in which it stands, and where: the `%`, or the whole reference. */
  readonly text: Text;
  readonly start: number;
  readonly end: number;
}

export type Interpolated =
  | { readonly kind: 'text'; readonly text: Text }
  | { readonly kind: 'error'; readonly error: InterpolationError };

/** Python's configparser gives up at the eleventh nested text (MAX_INTERPOLATION_DEPTH). */
const deepest = 10;

/** fail2ban would fill the memory of the machine; nobody means a value of a million characters. */
const longest = 1_000_000;

/** Nor of so many parts, which may all be empty. */
const mostParts = 100_000;

/**
 * Replaces `%(name)s` and `%%` in `text`, as Python's BasicInterpolation with fail2ban's additions for `%(section/option)s` and
 * `__name__` (client/configparserinc.py) does.
 */
export function interpolate(text: Text, scope: Scope): Interpolated {
  if (!text.value.includes('%')) return { kind: 'text', text };
  const out: Output = { slices: [], length: 0 };
  const error = expand(text, scope, noValues, 1, out);
  return error === undefined ? { kind: 'text', text: concatenate(out.slices) } : { kind: 'error', error };
}

const noValues: ReadonlyMap<string, Value> = new Map();

interface Output {
  readonly slices: Slice[];
  length: number;
}

function expand(
  text: Text,
  scope: Scope,
  inherited: ReadonlyMap<string, Value>,
  depth: number,
  out: Output,
): InterpolationError | undefined {
  const { value } = text;
  const { names } = scope;
  const foreign = foreignValues(value, scope, inherited);
  for (let from = 0; from < value.length; ) {
    const at = value.indexOf('%', from);
    const literalEnd = at < 0 ? value.length : at;
    if (literalEnd > from) add(out, { text, start: from, end: literalEnd });
    if (at < 0) return undefined;
    const next = value[at + 1];
    if (next === '%') {
      add(out, { text, start: at, end: at + 2, as: '%' });
      from = at + 2;
      continue;
    }
    if (next !== '(') return { kind: 'percent', name: '', names, text, start: at, end: at + 1 };
    const close = value.indexOf(')', at);
    const isClosed = close > at + 2 && value[close + 1] === 's';
    if (!isClosed) return { kind: 'unclosed', name: '', names, text, start: at, end: at + 2 };
    from = close + 2;
    const name = value.slice(at + 2, close).toLowerCase();
    const found = name === '__name__' ? madeText(scope.section) : (foreign.get(name) ?? scope.lookup(name));
    const error = found === undefined ? 'missing' : addValue(found, scope, foreign, depth, out);
    if (typeof error === 'string') return { kind: error, name, names, text, start: at, end: from };
    if (error !== undefined) return error;
  }
  return undefined;
}

/** Adds what a name stands for; gives the kind of error if the name itself is at fault. */
function addValue(
  value: Value,
  scope: Scope,
  foreign: ReadonlyMap<string, Value>,
  depth: number,
  out: Output,
): InterpolationError | 'not-text' | 'depth' | 'too-large' | undefined {
  if ('notText' in value) return 'not-text';
  if (value.value.includes('%')) {
    if (depth === deepest) return 'depth';
    const error = expand(value, scope, foreign, depth + 1, out);
    // no single text is too large, so the one that asks for all of them is at fault
    if (error !== undefined) return error.kind === 'too-large' ? 'too-large' : error;
  } else add(out, { text: value, start: 0, end: value.value.length });
  return out.length > longest || out.slices.length > mostParts ? 'too-large' : undefined;
}

function add(out: Output, slice: Slice): void {
  out.slices.push(slice);
  out.length += slice.as?.length ?? slice.end - slice.start;
}

/** The references are kept under their spelling but looked up in lower case: one with a capital letter is never found. */
function foreignValues(
  value: string,
  scope: Scope,
  inherited: ReadonlyMap<string, Value>,
): ReadonlyMap<string, Value> {
  let all: Map<string, Value> | undefined;
  for (const { section, option } of slashReferences(value)) {
    const name = `${section}/${option}`;
    if ((all ?? inherited).has(name) || scope.lookup(name) !== undefined) continue;
    const found = scope.foreign(section, option);
    if (found === undefined) continue;
    all ??= new Map(inherited);
    all.set(name, found);
  }
  return all ?? inherited;
}
