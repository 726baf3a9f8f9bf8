import { lazyPattern } from '../text/lazy-pattern';
import { strip } from '../text/python-space';
import { refuse } from './failure';
import { position, takeUntil } from './scanner';
import type { ParserState } from './state';
import type { Span } from './tree';

const IDENTIFIER = lazyPattern(() => /^[\p{XIDS}_]\p{XIDC}*$/u);
const INTEGER = lazyPattern(() => /^[+-]?\p{Nd}+(?:_\p{Nd}+)*$/u);
const DECIMAL_DIGIT = lazyPattern(() => /^\p{Nd}$/u);
/** A group number must stay below this (`_sre.MAXGROUPS` of a 64-bit build). */
const MOST_GROUPS = 2_147_483_647;

export interface GroupName extends Span {
  readonly name: string;
}

/** The text up to `terminator`, which is taken too. */
export function takeName(state: ParserState, terminator: string): GroupName {
  const start = position(state.scanner);
  const name = takeUntil(state.scanner, terminator, 'the name of the group');
  return { name, start, end: start + name.length };
}

/** Refuses what isn't an identifier in the sense of Python's `str.isidentifier`. */
export function checkName({ name, start, end }: GroupName): void {
  if (!IDENTIFIER().test(name)) refuse('bad-group-name', start, end, name);
}

/** The number of the group called `name`. Refuses unknown names. */
export function numberOfName(state: ParserState, { name, start, end }: GroupName): number {
  return state.names.get(name) ?? refuse('unknown-group', start, end, name);
}

/** The value of a decimal digit of any script: such digits stand in runs of ten that begin with their zero. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0)!;
  let zero = code;
  while (DECIMAL_DIGIT().test(String.fromCodePoint(zero - 1))) zero--;
  return (code - zero) % 10;
}

/** Python's `int(text)` for groups; null if it isn't a number or is negative. */
function integer(text: string): number | null {
  const stripped = strip(text);
  if (!INTEGER().test(stripped)) return null;
  let value = 0;
  for (const character of stripped) {
    if (DECIMAL_DIGIT().test(character)) value = value * 10 + digitValue(character);
  }
  return stripped.startsWith('-') && value > 0 ? null : value;
}

/** The group that `(?(…)` asks for: a name, or a number that is checked against the groups at the end. */
export function conditionGroup(state: ParserState, name: GroupName): number {
  const isNumber = state.minor >= 12 ? /^[0-9]+$/.test(name.name) : !IDENTIFIER().test(name.name);
  if (!isNumber) {
    checkName(name);
    return numberOfName(state, name);
  }
  const number = integer(name.name);
  if (number === null || number === 0) return refuse('bad-group-name', name.start, name.end, name.name);
  if (number >= MOST_GROUPS) return refuse('unknown-group', name.start, name.end, name.name);
  if (!state.conditions.has(number)) state.conditions.set(number, { start: name.start, end: name.end });
  return number;
}
