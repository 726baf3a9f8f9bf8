import type { Diagnostic } from '../lint/finding';
import type { Outcome } from '../lint/lint';
import type { LintedTree } from './fix-trees';

/** What is shown of a tree: of one file, what stands in it. */
export function shownOf({ outcome, file }: LintedTree): Outcome {
  if (file === undefined) return outcome;
  const inFile = (each: Diagnostic) => each.range.file.name === file;
  return {
    ...outcome,
    diagnostics: outcome.diagnostics.filter(inFile),
    suppressed: outcome.suppressed.filter(({ diagnostic }) => inFile(diagnostic)),
    files: 1,
  };
}
