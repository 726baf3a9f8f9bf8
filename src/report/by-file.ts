import type { Diagnostic } from '../lint/finding';
import type { Outcome } from '../lint/lint';
import { sourcePath } from '../resolve/source';

/** The findings of a run by the path of their file, in their order. */
export function byFile(outcomes: readonly Outcome[]): ReadonlyMap<string, readonly Diagnostic[]> {
  const files = new Map<string, Diagnostic[]>();
  for (const diagnostic of outcomes.flatMap(({ diagnostics }) => diagnostics)) {
    const path = sourcePath(diagnostic.range.file);
    const found = files.get(path);
    if (found === undefined) files.set(path, [diagnostic]);
    else found.push(diagnostic);
  }
  return files;
}
