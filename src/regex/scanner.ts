import { refuse } from './failure';

/**
 * Python's tokenizer: a token is one character, or a backslash with the character behind it. One token is read ahead,
 * so a backslash at the very end is an error before whatever the token in front of it would mean (`re/_parser.py`).
 */
export interface Scanner {
  readonly text: string;
  /** Offset behind `next`. */
  index: number;
  next: string | null;
}

/** A scanner at the start of `text`. */
export function createScanner(text: string): Scanner {
  const scanner: Scanner = { text, index: 0, next: null };
  advance(scanner);
  return scanner;
}

/** Offset of the token that comes next; the length of the text at its end. */
export function position(scanner: Scanner): number {
  return scanner.next === null ? scanner.index : scanner.index - scanner.next.length;
}

/** Goes to the token behind the next one. */
export function advance(scanner: Scanner): void {
  const { text, index } = scanner;
  if (index >= text.length) {
    scanner.next = null;
    return;
  }
  let end = index;
  if (text[index] === '\\') {
    if (index + 1 === text.length) refuse('trailing-backslash', index, index + 1);
    end++;
  }
  end += text.codePointAt(end)! > 0xffff ? 2 : 1;
  scanner.index = end;
  scanner.next = text.slice(index, end);
}

/** The next token, gone past; null at the end. */
export function take(scanner: Scanner): string | null {
  const token = scanner.next;
  advance(scanner);
  return token;
}

/** Goes past the next token if it is `token`. */
export function accept(scanner: Scanner, token: string): boolean {
  if (scanner.next !== token) return false;
  advance(scanner);
  return true;
}

/** Continues at `index`, which must be where a token starts. */
export function seek(scanner: Scanner, index: number): void {
  scanner.index = index;
  advance(scanner);
}

/** Goes past up to `most` characters that `pattern` matches one by one, and gives them. */
export function takeWhile(scanner: Scanner, most: number, pattern: RegExp): string {
  const start = position(scanner);
  for (let count = 0; count < most && scanner.next !== null && pattern.test(scanner.next); count++) {
    advance(scanner);
  }
  return scanner.text.slice(start, position(scanner));
}

/** Characters that mean themselves wherever they stand outside of a class, verbose mode aside. */
const plainRun = /[^\\[\](){}*+?|^$.\ud800-\udfff]{3,}/y;

/**
 * Goes past a run of characters that mean themselves, all but the last, to which a quantifier may belong. Gives the offset
 * behind them; undefined, nothing taken, where there are fewer than two.
 */
export function takeRun(scanner: Scanner): number | undefined {
  plainRun.lastIndex = position(scanner);
  if (!plainRun.test(scanner.text)) return undefined;
  const end = plainRun.lastIndex - 1;
  seek(scanner, end);
  return end;
}

/**
 * The text up to `terminator`, which is gone past. `what` names it in the error for an empty text or a terminator
 * that never comes.
 */
export function takeUntil(scanner: Scanner, terminator: string, what: string): string {
  const start = position(scanner);
  for (;;) {
    const end = position(scanner);
    const token = take(scanner);
    if (token === terminator || token === null) {
      if (end === start) refuse('missing-name', start, position(scanner), what);
      if (token === null) refuse('unterminated-name', start, end, terminator);
      return scanner.text.slice(start, end);
    }
  }
}
