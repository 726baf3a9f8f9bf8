import { refuse } from './failure';
import { accept, position, take, takeUntil, takeWhile } from './scanner';
import { checkLookBehindReference, isClosed, type ParserState } from './state';
import type { BackReference, Category, Literal, Position, PositionName } from './tree';

const OCTAL = /^[0-7]$/;
const DECIMAL = /^[0-9]$/;
const HEXADECIMAL = /^[0-9a-fA-F]$/;
const ASCII_LETTER = /^[a-zA-Z]$/;

/** What a name after `\N` may look like. Which names exist isn't checked: the table has 33,000 of them. */
const CHARACTER_NAME = /^[a-z][a-z0-9]*(?:[ -][a-z0-9]+|- ?[a-z0-9]+)*$/i;

const CONTROLS: ReadonlyMap<string, number> = new Map([
  ['a', 7],
  ['f', 12],
  ['n', 10],
  ['r', 13],
  ['t', 9],
  ['v', 11],
  ['\\', 92],
]);

const CATEGORIES: ReadonlyMap<string, Category['category']> = new Map([
  ['d', 'digit'],
  ['s', 'space'],
  ['w', 'word'],
]);

const POSITIONS: ReadonlyMap<string, PositionName> = new Map([
  ['A', 'text-start'],
  ['Z', 'text-end'],
  ['b', 'word-boundary'],
  ['B', 'no-word-boundary'],
]);

/** Digits after `\x`, `\u` and `\U`. */
const CODE_DIGITS: ReadonlyMap<string, number> = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);

function literal(state: ParserState, start: number, codePoint: number): Literal {
  return { kind: 'literal', start, end: position(state.scanner), codePoint };
}

function refuseEscape(state: ParserState, start: number): never {
  const end = position(state.scanner);
  return refuse('bad-escape', start, end, state.scanner.text.slice(start, end));
}

function codeEscape(state: ParserState, start: number, digits: number): Literal {
  const { scanner } = state;
  const code = takeWhile(scanner, digits, HEXADECIMAL);
  const end = position(scanner);
  if (code.length < digits) refuse('incomplete-escape', start, end, scanner.text.slice(start, end));
  const codePoint = Number.parseInt(code, 16);
  if (codePoint > 0x10ffff) refuseEscape(state, start);
  return literal(state, start, codePoint);
}

/** `\N{…}`; which character it is isn't looked up. */
function namedEscape(state: ParserState, start: number): Literal {
  const { scanner } = state;
  if (!accept(scanner, '{')) {
    const end = position(scanner);
    refuse('incomplete-escape', end, end, '\\N');
  }
  const name = takeUntil(scanner, '}', 'the name of the character');
  if (!CHARACTER_NAME.test(name)) refuse('unknown-character-name', start, position(scanner), name);
  return literal(state, start, Number.NaN);
}

function octalEscape(state: ParserState, start: number, digits: string): Literal {
  const codePoint = Number.parseInt(digits, 8);
  if (codePoint > 0o377) refuse('octal-too-large', start, position(state.scanner), `\\${digits}`);
  return literal(state, start, codePoint);
}

/** Escapes that mean the same inside of a class and outside; null if the letter is none of them. */
function sharedEscape(state: ParserState, start: number, letter: string): Literal | Category | null {
  const category = CATEGORIES.get(letter.toLowerCase());
  if (category !== undefined) {
    const negated = letter !== letter.toLowerCase();
    return { kind: 'category', start, end: position(state.scanner), category, negated };
  }
  const control = CONTROLS.get(letter);
  if (control !== undefined) return literal(state, start, control);
  const digits = CODE_DIGITS.get(letter);
  if (digits !== undefined) return codeEscape(state, start, digits);
  if (letter === 'N' && state.minor >= 8) return namedEscape(state, start);
  return null;
}

function plainEscape(state: ParserState, start: number, letter: string): Literal {
  if (ASCII_LETTER.test(letter)) refuseEscape(state, start);
  return literal(state, start, letter.codePointAt(0)!);
}

/** `\1` to `\99`, or three octal digits. */
function numberedEscape(state: ParserState, start: number, first: string): Literal | BackReference {
  const { scanner } = state;
  let digits = first;
  if (scanner.next !== null && DECIMAL.test(scanner.next)) {
    digits += take(scanner);
    if (/^[0-7]{2}$/.test(digits) && scanner.next !== null && OCTAL.test(scanner.next)) {
      return octalEscape(state, start, digits + take(scanner));
    }
  }
  const group = Number(digits);
  const end = position(scanner);
  if (group >= state.groups.length) refuse('unknown-group', start + 1, end, digits);
  if (!isClosed(state, group)) refuse('open-group', start, end, digits);
  checkLookBehindReference(state, group);
  return { kind: 'reference', start, end, group, width: state.groups[group]!.width! };
}

/** Reads on behind `token`, a backslash and a character at `start`, outside of a class. */
export function parseEscape(
  state: ParserState,
  token: string,
  start: number,
): Literal | Category | Position | BackReference {
  const letter = token.slice(1);
  const at = letter === 'z' && state.minor >= 14 ? 'text-end' : POSITIONS.get(letter);
  if (at !== undefined) return { kind: 'position', start, end: position(state.scanner), at };
  if (letter === '0') return octalEscape(state, start, letter + takeWhile(state.scanner, 2, OCTAL));
  if (DECIMAL.test(letter)) return numberedEscape(state, start, letter);
  return sharedEscape(state, start, letter) ?? plainEscape(state, start, letter);
}

/** Reads on behind `token`, a backslash and a character at `start`, inside of a class. */
export function parseClassEscape(state: ParserState, token: string, start: number): Literal | Category {
  const letter = token.slice(1);
  if (letter === 'b') return literal(state, start, 8);
  if (OCTAL.test(letter)) return octalEscape(state, start, letter + takeWhile(state.scanner, 2, OCTAL));
  if (DECIMAL.test(letter)) return refuseEscape(state, start);
  return sharedEscape(state, start, letter) ?? plainEscape(state, start, letter);
}
