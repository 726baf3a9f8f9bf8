/** What a validator made by ajv says of one fault. */
export interface SchemaFault {
  /** JSON pointer to the value. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string | undefined;
}

/** A function compiled from a schema; `errors` holds what it found last. */
export type Validator = ((data: unknown) => boolean) & { readonly errors?: readonly SchemaFault[] | null };

/** What is wrong in a file that people write for f2blint: what and where, and how to mend it. */
export interface ConfigFault {
  readonly message: string;
  readonly hint: string | undefined;
  /** From 1; undefined where the fault is not in one line. */
  readonly line: number | undefined;
}

/** Either what a file says or what is wrong in it. */
export type Reading<Value> =
  | { readonly kind: 'value'; readonly value: Value }
  | ({ readonly kind: 'fault' } & ConfigFault);

/** Names on the way from the whole to a value (RFC 6901). */
export function pointerNames(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map(name => name.replace(/~1/g, '/').replace(/~0/g, '~'));
}

/** A fault with its hint and its line, from 1. */
export function faultOf(
  message: string,
  hint?: string,
  line?: number,
): { readonly kind: 'fault' } & ConfigFault {
  return { kind: 'fault', message, hint, line };
}
