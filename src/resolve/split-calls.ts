import { defaultRelease, type Release } from '../knowledge/release';
import { isSpace, skipSpace, spaces } from '../text/python-space';
import { sliceText, type Text } from '../text/text';
import { keyPattern } from './parameters';

/**
 * Splits the option `action` into its items: at white space outside well-formed parameter lists. An item whose list is not well
 * formed, or has something glued to it, ends at the next white space. Facts from fail2ban's helpers.py.
 */
export function splitCalls(text: Text, release: Release = defaultRelease): readonly Text[] {
  const { value } = text;
  if (plainCall.test(value)) return [text];
  const items: Text[] = [];
  const search: Search = { value, key: keyPattern(value, release), tried: new Set(), steps: 0 };
  for (let at = skipSpace(value, 0); at < value.length; ) {
    const end = callEnd(search, at) ?? matchEnd(word, value, at);
    items.push(sliceText(text, at, end));
    at = skipSpace(value, end);
  }
  return items;
}

/** One item that is read in the first of all ways; nearly all are. */
const plainCall = /^[\w./-]+(?:\[[\w.-]+="[^"]*"(?:, *[\w.-]+="[^"]*")*\])?$/;

/** One search through one text: positions that were tried as the start of a parameter lead nowhere. */
interface Search {
  readonly value: string;
  readonly key: RegExp;
  readonly tried: Set<number>;
  steps: number;
}

/** Only a text made to be hard takes more, for each of its characters; fail2ban itself would hang on it. */
const mostSteps = 20;

const word = new RegExp(`[^${spaces}]*`, 'y');
const callName = new RegExp(`[^[${spaces}]*`, 'y');

function matchEnd(pattern: RegExp, value: string, from: number): number {
  pattern.lastIndex = from;
  pattern.exec(value);
  return pattern.lastIndex;
}

/** End of `NAME` or `NAME [list]` at `at`, where white space or the end follows; undefined if there is no such item. */
function callEnd(search: Search, at: number): number | undefined {
  const { value } = search;
  const nameEnd = matchEnd(callName, value, at);
  if (nameEnd === at) return undefined;
  const open = skipSpace(value, nameEnd);
  const end = value[open] === '[' ? listEnd(search, skipSpace(value, open + 1)) : undefined;
  return end ?? (isBoundary(value, nameEnd) ? nameEnd : undefined);
}

function isBoundary(value: string, at: number): boolean {
  return at >= value.length || isSpace(value.charCodeAt(at));
}

/**
 * End of a list whose first parameter starts at `start`. There may be several ways to read a list: a quote may be an ordinary
 * character, a value may end where another `key=` starts. The first way that ends the list well counts.
 */
function listEnd(search: Search, start: number): number | undefined {
  const { value, tried } = search;
  const choices = [start];
  while (choices.length > 0 && search.steps <= 1000 + mostSteps * value.length) {
    const at = choices.pop()!;
    if (tried.has(at)) continue;
    tried.add(at);
    if (value[at] === ']') {
      if (isBoundary(value, at + 1)) return at + 1;
    } else for (const next of afterParameter(search, at).reverse()) choices.push(next);
  }
  return undefined;
}

/** Where the next parameter, or the end of the list, may follow the parameter at `at`; what fail2ban tries first stands first. */
function afterParameter(search: Search, at: number): number[] {
  const { value } = search;
  const start = keyEnd(search, at);
  if (start === undefined) return [];
  const next: number[] = [];
  const quote = value[start];
  if (quote === '"' || quote === "'") {
    const close = value.indexOf(quote, start + 1);
    if (close >= 0) next.push(...behindSeparator(value, skipSpace(value, close + 1)));
  }
  let end = start;
  while (end < value.length && value[end] !== ',' && value[end] !== ']') end++;
  search.steps += end - at;
  next.push(...behindSeparator(value, end));
  for (
    let equals = value.lastIndexOf('=', end - 1);
    equals > start;
    equals = value.lastIndexOf('=', equals - 1)
  ) {
    // where in a key reading starts makes no difference to what follows
    if (keyEnd(search, equals - 1) === equals + 1) next.push(equals - 1);
  }
  return next;
}

function keyEnd({ value, key }: Search, at: number): number | undefined {
  key.lastIndex = at;
  return key.test(value) ? key.lastIndex : undefined;
}

/** Behind `,` or `] [`, or without one: where it stands. */
function behindSeparator(value: string, at: number): number[] {
  if (value[at] === ',') return [skipSpace(value, at + 1), at];
  if (value[at] !== ']') return [at];
  const open = skipSpace(value, at + 1);
  return value[open] === '[' ? [skipSpace(value, open + 1), at] : [at];
}
