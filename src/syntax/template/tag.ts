import { nextLineEnd } from '../../text/line-index';
import type { Span } from '../../text/span';

/**
 * A stretch of a template that its engine does not print as it stands: `{{ x }}`, `{% if x %}`, `<%# note %>`. `start` and `end`
 * take in the delimiters.
 */
export interface Tag extends Span {
  /** `expression`: prints something nobody knows here. `statement`, `comment`: print nothing. `escape`: prints `as`. */
  readonly kind: 'expression' | 'statement' | 'comment' | 'escape';
  /** What the tag takes away of the text before it: `indent` the white space of its line, `all` white space with line ends. */
  readonly left: 'none' | 'indent' | 'all';
  /** What it takes away behind it: `line` up to the line end with it, `all` white space with line ends. */
  readonly right: 'none' | 'line' | 'all';
  /** What a statement does to the blocks around it, in order. */
  readonly steps: readonly Step[];
  readonly as?: string;
}

/**
 * `choice`: one of the branches is printed, or none; a loop is a choice too. `cases`: the same, and what stands before its first branch is
 * not printed. `plain`: is printed. `hidden`: is not, such as the body of a macro. `opaque`: is printed changed.
 */
export type BlockKind = 'choice' | 'cases' | 'plain' | 'hidden' | 'opaque';

export type Step =
  | { readonly kind: 'open'; readonly block: BlockKind }
  /** `isLast`: `else`, after which nothing can be printed but what follows. */
  | { readonly kind: 'branch'; readonly isLast: boolean }
  | { readonly kind: 'close' };

export const open = (block: BlockKind): Step => ({ kind: 'open', block });
export const branch = (isLast: boolean): Step => ({ kind: 'branch', isLast });
export const close: Step = { kind: 'close' };

/** A tag that nothing closes: nobody knows what the rest of its line prints. */
export function unclosed(text: string, start: number): Tag {
  const end = nextLineEnd(text, start);
  return { kind: 'expression', start, end, left: 'none', right: 'none', steps: [] };
}
