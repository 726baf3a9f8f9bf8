import type { Outcome } from '../lint/lint';
import type { LintedTree } from './fix-trees';

/** What is shown of a tree. */
export function shownOf({ outcome, file, shows }: LintedTree): Outcome {
  return {
    ...outcome,
    diagnostics: outcome.diagnostics.filter(shows),
    suppressed: outcome.suppressed.filter(({ diagnostic }) => shows(diagnostic)),
    files: file === undefined ? outcome.files : 1,
  };
}
