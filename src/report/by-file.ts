import type { Diagnostic } from '../lint/finding';
import type { Outcome } from '../lint/lint';
import { sourcePath } from '../resolve/source';
import { grouped } from '../text/grouped';

/** The findings of a run by the path of their file, in their order. */
export function byFile(outcomes: readonly Outcome[]): ReadonlyMap<string, readonly Diagnostic[]> {
  const diagnostics = outcomes.flatMap(outcome => outcome.diagnostics);
  return grouped(diagnostics.map(diagnostic => [sourcePath(diagnostic.range.file), diagnostic]));
}
