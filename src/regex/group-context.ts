import { refuse } from './failure';
import { accept, position } from './scanner';
import type { ParserState } from './state';
import type { Alternatives, Sequence } from './tree';

/** What is inside of groups; `sequence.ts` hands its functions in, which keeps the imports acyclic. */
export interface Inside {
  /** Alternatives up to, and without, the `)`. */
  readonly alternatives: (state: ParserState, verbose: boolean, nesting: number) => Alternatives;
  /** One branch of a condition, up to, and without, the `|` or `)`. */
  readonly branch: (state: ParserState, verbose: boolean, nesting: number) => Sequence;
}

export interface GroupContext {
  readonly state: ParserState;
  /** Offset of the `(`. */
  readonly start: number;
  readonly verbose: boolean;
  /** The calls that Python's parser is in. */
  readonly nesting: number;
  readonly inside: Inside;
}

/** Takes the `)` and gives the offset behind it. */
export function closeParenthesis({ state, start }: GroupContext): number {
  if (!accept(state.scanner, ')')) refuse('unterminated-group', start, start + 1);
  return position(state.scanner);
}

/** Refuses what is `calls` deeper than here if Python can't follow. */
function checkDepth({ state, start, nesting }: GroupContext, calls: number): void {
  if (nesting + calls > state.deepest) refuse('too-deep', start, start + 1);
}

/** Reads alternatives inside of the group. */
export function parseBody(context: GroupContext, verbose = context.verbose): Alternatives {
  checkDepth(context, 2);
  return context.inside.alternatives(context.state, verbose, context.nesting + 1);
}

/** Reads one branch of a condition. */
export function parseBranch(context: GroupContext): Sequence {
  checkDepth(context, 1);
  return context.inside.branch(context.state, context.verbose, context.nesting + 1);
}
