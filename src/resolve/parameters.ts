import { isAtLeast, type Release } from '../knowledge/release';
import { isAscii } from '../text/ascii';
import { lazyPattern } from '../text/lazy-pattern';
import { skipSpace, trimEnd } from '../text/python-space';
import { sliceText, type Text } from '../text/text';
import { looseParameters } from './loose-parameters';
import { behindValue, type ParameterValue, quotedValue, runEnd } from './parameter-value';

/** `NAME[key=value, …]` as a jail names a filter or an action. */
export interface Call {
  readonly name: Text;
  /** In order of first appearance; of a repeated key the last value. */
  readonly parameters: ReadonlyMap<string, Text>;
}

/** What is wrong with a parameter list, and where in the text (UTF-16 offsets). `reason` is fail2ban's own, for `show --commands`. */
export interface CallError {
  readonly reason: string;
  readonly start: number;
  readonly end: number;
}

export type ParsedCall =
  | { readonly kind: 'call'; readonly call: Call }
  | { readonly kind: 'error'; readonly error: CallError };

/** `key=`, and from 1.1.1 also `key?word=word=`. */
const asciiKey = /[\w.-]+=/y;
const keyUpTo110 = lazyPattern(() => /[\p{L}\p{N}_.-]+=/uy);
const keySince111 = lazyPattern(() => /[\p{L}\p{N}_.-]+(?:\?[\p{L}\p{N}_.-]+=[\p{L}\p{N}_.-]+)?=/uy);

/**
 * Reads `NAME[key=value, …]`. NAME is everything before the first `[`. Values may be quoted, which has no escapes; groups may
 * follow each other as `][`. Facts from fail2ban's helpers.py; 0.11 drops what it doesn't understand without a word.
 */
export function parseCall(text: Text, release: Release): ParsedCall {
  const { value } = text;
  const bracket = value.indexOf('[');
  if (bracket < 0) return { kind: 'call', call: { name: text, parameters: new Map() } };
  const close = trimEnd(value, 0) - 1;
  if (bracket === 0 || close <= bracket || value[close] !== ']') {
    return fault('unexpected option syntax', Math.max(bracket, 0), value.length);
  }
  const name = sliceText(text, 0, bracket);
  if (release.name === '0.11') {
    return { kind: 'call', call: { name, parameters: looseParameters(text, bracket + 1, close) } };
  }
  const parameters = new Map<string, Text>();
  for (let at = bracket + 1; at < close; ) {
    const key = matchKey(value, skipSpace(value, at, close), close, release);
    if (key === undefined) {
      const rest = value[at] === ',' ? at + 1 : at;
      if (skipSpace(value, rest, close) === close) break;
      return fault(
        `expected option, wrong syntax at ${codePoints(value, bracket + 1, at)}: ${firstWords(value, at, close)}`,
        at,
        close,
      );
    }
    const found = matchValue(value, key.end, close);
    const start = skipSpace(value, found.start, found.end);
    parameters.set(key.name, sliceText(text, start, trimEnd(value, start, found.end)));
    const next = behindValue(value, found.next, close);
    if (next === undefined) {
      const where = codePoints(value, bracket + 1, found.next);
      return fault(
        `unexpected syntax at ${where} after option '${key.name}': ${firstWords(value, found.next, close)}`,
        found.next,
        close,
      );
    }
    at = next;
  }
  return { kind: 'call', call: { name, parameters } };
}

function fault(reason: string, start: number, end: number): ParsedCall {
  return { kind: 'error', error: { reason, start, end } };
}

/** What a parameter in `value` starts with: its key and the `=`; to be used with `lastIndex`. */
export function keyPattern(value: string, release: Release): RegExp {
  if (isAtLeast(release, '1.1.1') && value.includes('?')) return keySince111();
  return isAscii(value) ? asciiKey : keyUpTo110();
}

function matchKey(value: string, at: number, close: number, release: Release) {
  const pattern = keyPattern(value, release);
  pattern.lastIndex = at;
  const name = pattern.exec(value)?.[0];
  if (name === undefined || at + name.length > close) return undefined;
  return { name: name.slice(0, -1), end: at + name.length };
}

/** A quoted value, or a run without `,` and `]`; an unclosed quote is an ordinary character. */
function matchValue(value: string, at: number, close: number): ParameterValue {
  const quoted = quotedValue(value, at, close);
  if (quoted !== undefined) return quoted;
  const end = runEnd(value, at, close);
  return { start: at, end, next: end };
}

/** Python counts characters, not UTF-16 units. */
function codePoints(value: string, start: number, end: number): number {
  return Array.from(value.slice(start, end)).length;
}

function firstWords(value: string, start: number, end: number): string {
  return Array.from(value.slice(start, Math.min(end, start + 50)))
    .slice(0, 25)
    .join('');
}
