import { lazyPattern } from '../text/lazy-pattern';
import { refuse } from './failure';
import { position, take } from './scanner';
import type { ParserState } from './state';

/** Flags that choose what a letter is; they can't be switched off. */
const TYPE_FLAGS = new Set(['a', 'L', 'u']);
const LETTER = lazyPattern(() => /^\p{L}$/u);

/** Letters of the flags switched on and off; `global` for `(?i)`, which counts for the whole expression. */
export interface InlineFlags {
  readonly global: boolean;
  readonly on: ReadonlySet<string>;
  readonly off: ReadonlySet<string>;
}

/** Whether `token` is the letter of a flag. `t`, which never did anything, went with 3.13. */
export function isFlag(state: ParserState, token: string): boolean {
  return 'aiLmsux'.includes(token) || (token === 't' && state.minor < 13);
}

/** Takes the next letter or one of `ends`; anything else is an error. */
function takeFlag(state: ParserState, ends: string): string {
  const { scanner } = state;
  const start = position(scanner);
  const token = take(scanner);
  if (token === null) return refuse('bad-flags', start, start, `expected ${[...ends].join(' or ')}`);
  if (ends.includes(token) || isFlag(state, token)) return token;
  const reason = LETTER().test(token)
    ? `${token} is no flag`
    : `expected ${[...ends].join(' or ') || 'a letter'}`;
  return refuse('bad-flags', start, position(scanner), reason);
}

function refuseHere(state: ParserState, back: number, reason: string): never {
  const at = position(state.scanner);
  return refuse('bad-flags', at - back, at, reason);
}

/** The letters up to one of `)-:`, which is taken and given as `end`. */
function parseOn(state: ParserState, first: string): { on: Set<string>; end: string } {
  const on = new Set<string>();
  let letter = first;
  while (isFlag(state, letter)) {
    if (letter === 'L') refuseHere(state, 0, 'L is for bytes only');
    on.add(letter);
    if (on.has('a') && on.has('u')) refuseHere(state, 0, 'a and u exclude each other');
    letter = takeFlag(state, ')-:');
  }
  return { on, end: letter };
}

/** The letters between `-` and `:`, both taken. */
function parseOff(state: ParserState): Set<string> {
  const off = new Set<string>();
  let letter = takeFlag(state, '');
  do {
    if (TYPE_FLAGS.has(letter)) refuseHere(state, 0, `${letter} can't be switched off`);
    off.add(letter);
    letter = takeFlag(state, ':');
  } while (letter !== ':');
  return off;
}

/** Reads flags whose first character, a letter or `-`, was taken, up to and with the `)` or `:`. */
export function parseInlineFlags(state: ParserState, first: string): InlineFlags {
  const { on, end } = parseOn(state, first);
  if (end === ')') return { global: true, on, off: new Set() };
  if (on.has('t')) refuseHere(state, 1, 't counts for the whole expression only');
  const off = end === '-' ? parseOff(state) : new Set<string>();
  if (off.has('t')) refuseHere(state, 1, "t can't be switched off");
  if ([...on].some(letter => off.has(letter))) refuseHere(state, 1, 'the same flag switched on and off');
  return { global: false, on, off };
}
