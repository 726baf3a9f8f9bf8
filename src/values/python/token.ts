import type { Span } from '../../text/span';
import type { PythonNumber } from './number';

/** Why a text is no Python expression. */
export type SyntaxProblem =
  | 'unknown word'
  | 'misplaced'
  | 'unknown character'
  | 'unfinished'
  | 'line break'
  | 'leading zero'
  | 'number too long'
  | 'bracket'
  | 'quote'
  | 'too deep';

/** A piece of a Python expression. `wrong` is what Python can't read; nothing follows it. */
export type Token = Span &
  (
    | { readonly kind: 'number'; readonly value: PythonNumber }
    | { readonly kind: 'imaginary' | 'line end' | 'end' }
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'text'; readonly bytes: boolean; readonly empty: boolean; readonly beyond: boolean }
    | { readonly kind: 'sign'; readonly sign: string }
    | { readonly kind: 'wrong'; readonly problem: SyntaxProblem }
  );
