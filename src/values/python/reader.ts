import type { Span } from '../../text/span';
import type { SyntaxProblem, Token } from './token';
import type { Node } from './tree';

/**
 * `beyond`: Python this project doesn't follow (lambda, comprehensions, `:=`, stars, keyword arguments, slices). Its tokens and brackets are right; whether the rest is, stays open.
 */
export type Parsed =
  | { readonly kind: 'tree'; readonly root: Node }
  | { readonly kind: 'beyond' }
  | ({ readonly kind: 'refused'; readonly problem: SyntaxProblem } & Span);

export type Stop = Exclude<Parsed, { kind: 'tree' }>;

/** Where the reading of an expression stands. */
export interface Reader {
  readonly tokens: readonly [Token, ...Token[]];
  at: number;
  depth: number;
  /** The first thing that ends the reading; the reader then stands at the last token. */
  stop: Stop | undefined;
}

/** Python gives up on deeper nesting too, at some 2,980. */
export const deepestNesting = 1000;

/** Reads something that may hold itself again, to a limit. */
export function deeper(reader: Reader, read: (reader: Reader) => Node): Node {
  reader.depth++;
  const node =
    reader.depth > deepestNesting ? stop(reader, refusal('too deep', current(reader))) : read(reader);
  reader.depth--;
  return node;
}

/** The token to be read next. */
export function current(reader: Reader): Token {
  return reader.tokens[reader.at] ?? reader.tokens[0];
}

/** Where the token before the current one ends. */
export function before(reader: Reader): number {
  return reader.tokens[reader.at - 1]?.end ?? 0;
}

/** Whether the next token is this operator, bracket or mark. */
export function isSign(reader: Reader, sign: string): boolean {
  const token = current(reader);
  return token.kind === 'sign' && token.sign === sign;
}

/** Whether the next token is this word. */
export function isWord(reader: Reader, name: string): boolean {
  const token = current(reader);
  return token.kind === 'name' && token.name === name;
}

/** Reads this operator, bracket or mark if it is next. */
export function take(reader: Reader, sign: string): boolean {
  const found = isSign(reader, sign);
  if (found) reader.at++;
  return found;
}

/** Reads this word if it is next. */
export function takeWord(reader: Reader, name: string): boolean {
  const found = isWord(reader, name);
  if (found) reader.at++;
  return found;
}

/** Ends the reading: the next token has no place here. */
export function misplaced(reader: Reader): Node {
  const token = current(reader);
  const previous = reader.tokens[reader.at - 1];
  if (token.kind === 'wrong') return stop(reader, refusal(token.problem, token));
  if (token.kind === 'end' || token.kind === 'line end')
    return stop(reader, refusal('unfinished', previous ?? token));
  if (previous?.kind === 'line end') return stop(reader, refusal('line break', token));
  return stop(reader, refusal(token.kind === 'name' ? 'unknown word' : 'misplaced', token));
}

/** Ends the reading: what comes next is Python that this project doesn't follow. */
export function goBeyond(reader: Reader): Node {
  return stop(reader, { kind: 'beyond' });
}

/** Ends the reading: what was found first counts, and no reader goes on behind the last token. */
export function stop(reader: Reader, why: Stop): Node {
  const { start } = current(reader);
  reader.stop ??= why;
  reader.at = reader.tokens.length - 1;
  return { kind: 'ellipsis', start, end: start };
}

/** A refusal that points at a token. */
export function refusal(problem: SyntaxProblem, { start, end }: Span): Stop {
  return { kind: 'refused', problem, start, end };
}
