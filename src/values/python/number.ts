/** A number as Python has it. A boolean counts as 0 or 1 and becomes an int in arithmetic. */
export type PythonNumber =
  | { readonly type: 'int' | 'boolean'; readonly value: bigint }
  | { readonly type: 'float'; readonly value: number };

/** Why an operation on two numbers fails. */
export type Failure = 'division by zero' | 'too large' | 'negative shift' | 'wrong operand';

export type NumberResult =
  | PythonNumber
  | { readonly type: 'complex' }
  | { readonly type: 'failed'; readonly why: Failure };

/** A whole number. */
export function int(value: bigint): NumberResult {
  return { type: 'int', value };
}

/** A decimal number. */
export function float(value: number): NumberResult {
  return { type: 'float', value };
}

/** An operation that Python refuses. */
export function failed(why: Failure): NumberResult {
  return { type: 'failed', why };
}
