/** A fact as it was looked up. */
export interface Found<Value> {
  /** Undefined where it is unknown. */
  readonly value: Value | undefined;
  /** Where it comes from, or why it is unknown: for a person. */
  readonly how: string;
}

export function found<Value>(value: Value, how: string): Found<Value> {
  return { value, how };
}

export function unknown(how: string): Found<never> {
  return { value: undefined, how };
}
