import type { Diagnostic } from './finding';
import type { Fix } from './fix';

/** A finding with its fix. */
export interface FixOf {
  readonly diagnostic: Diagnostic;
  readonly fix: Fix;
}

/** What became of the fixes of a tree. */
export interface FixResult {
  readonly applied: readonly FixOf[];
  /** For the admin to decide. */
  readonly held: readonly FixOf[];
  /** Not proven, and why. */
  readonly refused: readonly RefusedFix[];
}

export interface RefusedFix extends FixOf {
  readonly why: string;
}
