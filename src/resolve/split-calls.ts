import type { Release } from '../knowledge/release';
import { isSpace, skipSpace } from '../text/python-space';
import { sliceText, type Text } from '../text/text';
import { keyPattern } from './parameters';

/**
 * Splits the option `action` into its items: at white space outside well-formed parameter lists. An item whose list is not well
 * formed, or has something glued to it, ends at the next white space. Facts from fail2ban's helpers.py.
 */
export function splitCalls(text: Text, release: Release): readonly Text[] {
  const { value } = text;
  const items: Text[] = [];
  const search: Search = { value, key: keyPattern(release), tried: new Set(), steps: 0 };
  for (let at = skipSpace(value, 0); at < value.length; ) {
    const end = callEnd(search, at) ?? wordEnd(value, at);
    items.push(sliceText(text, at, end));
    at = skipSpace(value, end);
  }
  return items;
}

/** One search through one text: positions that were tried as the start of a parameter lead nowhere. */
interface Search {
  readonly value: string;
  readonly key: RegExp;
  readonly tried: Set<number>;
  steps: number;
}

/** Only a text made to be hard takes more; fail2ban itself would hang on it. */
const mostSteps = 200_000;

function wordEnd(value: string, from: number): number {
  let at = from;
  while (at < value.length && !isSpace(value.charCodeAt(at))) at++;
  return at;
}

/** End of `NAME` or `NAME [list]` at `at`, where white space or the end follows; undefined if there is no such item. */
function callEnd(search: Search, at: number): number | undefined {
  const { value } = search;
  let nameEnd = at;
  while (nameEnd < value.length && value[nameEnd] !== '[' && !isSpace(value.charCodeAt(nameEnd))) nameEnd++;
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
  while (choices.length > 0) {
    const at = choices.pop()!;
    if (tried.has(at)) continue;
    tried.add(at);
    if (value[at] === ']') {
      if (isBoundary(value, at + 1)) return at + 1;
    } else choices.push(...afterParameter(search, at).reverse());
    if (search.steps > mostSteps) return undefined;
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
  search.steps += end - start;
  next.push(...behindSeparator(value, end));
  for (
    let equals = value.lastIndexOf('=', end - 1);
    equals > start;
    equals = value.lastIndexOf('=', equals - 1)
  ) {
    for (let key = equals - 1; key >= start && keyEnd(search, key) === equals + 1; key--) next.push(key);
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
