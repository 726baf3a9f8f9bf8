import { refuse } from './failure';
import { accept, position, seek, takeWhile } from './scanner';
import type { ParserState } from './state';
import type { RegexNode, Repeat } from './tree';

const DIGIT = /^[0-9]$/;
const MAXIMUM = 4_294_967_295;
/** Python reads no number with more digits (`sys.int_info.default_max_str_digits`). */
const MOST_DIGITS = 4300;

interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** `{m}`, `{m,}`, `{,n}` or `{m,n}` behind the `{`; null, nothing taken, if it is a plain `{`. */
function parseBounds(state: ParserState): Bounds | null {
  const { scanner } = state;
  const start = position(scanner);
  if (scanner.next === '}') return null;
  const low = takeWhile(scanner, Number.POSITIVE_INFINITY, DIGIT);
  const high = accept(scanner, ',') ? takeWhile(scanner, Number.POSITIVE_INFINITY, DIGIT) : low;
  const end = position(scanner);
  if (!accept(scanner, '}')) {
    seek(scanner, start);
    return null;
  }
  const text = scanner.text.slice(start, end);
  const min = low === '' ? 0 : Number(low);
  const max = high === '' ? Number.POSITIVE_INFINITY : Number(high);
  const tooLarge = (digits: string) => digits.length > MOST_DIGITS || Number(digits) >= MAXIMUM;
  if (tooLarge(low) || tooLarge(high)) refuse('repeat-too-large', start - 1, position(scanner), text);
  if (max < min) refuse('repeat-min-above-max', start, end, text);
  return { min, max };
}

function boundsOf(state: ParserState, token: string): Bounds | null {
  if (token === '{') return parseBounds(state);
  return { min: token === '+' ? 1 : 0, max: token === '?' ? 1 : Number.POSITIVE_INFINITY };
}

/**
 * Reads a quantifier whose first character, `token` at `start`, was taken, and puts it on `item`, the node in front of
 * it. Null if it is a plain `{`.
 */
export function parseQuantifier(
  state: ParserState,
  token: string,
  start: number,
  item: RegexNode | undefined,
): Repeat | null {
  const { scanner } = state;
  const bounds = boundsOf(state, token);
  if (bounds === null) return null;
  const plainEnd = position(scanner);
  const text = scanner.text.slice(start, plainEnd);
  if (item === undefined || item.kind === 'position') refuse('nothing-to-repeat', start, plainEnd, text);
  if (item.kind === 'repeat') refuse('multiple-repeat', start, plainEnd, text);
  let mode: Repeat['mode'] = 'greedy';
  if (accept(scanner, '?')) mode = 'lazy';
  else if (state.minor >= 11 && accept(scanner, '+')) mode = 'possessive';
  const quantifier = { start, end: position(scanner) };
  state.firstRepeat ??= quantifier;
  return { kind: 'repeat', start: item.start, end: quantifier.end, ...bounds, mode, item, quantifier };
}
