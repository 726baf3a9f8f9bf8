import type { Span } from '../../text/span';
import type { PythonNumber } from './number';

/** A Python expression as far as this project follows Python. */
export type Node = Span &
  (
    | { readonly kind: 'number'; readonly value: PythonNumber }
    /** `beyond`: a function without parameters, a starred value, a text that holds expressions. */
    | { readonly kind: 'imaginary' | 'None' | 'ellipsis' | 'beyond' }
    | { readonly kind: 'text'; readonly bytes: boolean; readonly empty: boolean }
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'tuple' | 'list' | 'set'; readonly items: readonly Node[] }
    | { readonly kind: 'dict'; readonly entries: readonly Entry[] }
    | { readonly kind: 'signed'; readonly operator: string; readonly operand: Node }
    /** Operators of one strength, from left to right; `**` has one pair. */
    | {
        readonly kind: 'calculation' | 'comparison';
        readonly first: Node;
        readonly rest: readonly Operation[];
      }
    | { readonly kind: 'and' | 'or'; readonly operands: readonly Node[] }
    | { readonly kind: 'not'; readonly operand: Node }
    | { readonly kind: 'choice'; readonly test: Node; readonly yes: Node; readonly no: Node }
    | { readonly kind: 'call' | 'subscript'; readonly target: Node; readonly parts: readonly Node[] }
    | { readonly kind: 'attribute'; readonly target: Node }
  );

export interface Operation extends Span {
  readonly operator: string;
  readonly operand: Node;
}

export interface Entry {
  readonly key: Node;
  readonly value: Node;
}
