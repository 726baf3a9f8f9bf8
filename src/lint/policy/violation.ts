import type { PolicyDocument } from './document';

/** What a policy asks for and a configuration does not fulfil. */
export interface Violation {
  /** Names on the way from the document to the value: `['jails', 'sshd', 'bantime']`. */
  readonly path: readonly string[];
  /** The keyword of JSON Schema that is not fulfilled: `minimum`. */
  readonly keyword: string;
  /** What the keyword asks for: the value of the keyword in the schema. */
  readonly asked: unknown;
  /** The name that is missing or not allowed, for the keywords that have one. */
  readonly name: string | undefined;
  /** The value as it is. */
  readonly value: unknown;
  /** What the author of the schema says about it. */
  readonly reason: string | undefined;
}

/** Says what a configuration does not fulfil; empty where all is as it should be. */
export type PolicyCheck = (document: PolicyDocument) => readonly Violation[];
