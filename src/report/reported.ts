import type { Diagnostic } from '../lint/finding';
import type { Outcome } from '../lint/lint';
import { compareDiagnostics } from '../lint/sort';
import type { Suppression } from '../lint/suppression/suppress';

/** A finding in a report. */
export interface Reported {
  readonly diagnostic: Diagnostic;
  /** Undefined where it counts. */
  readonly by: Suppression | undefined;
}

/** The findings of a tree, on demand with those that are suppressed between them. */
export function reported(
  { diagnostics, suppressed }: Outcome,
  showSuppressed: boolean | undefined,
): readonly Reported[] {
  const kept = diagnostics.map(diagnostic => ({ diagnostic, by: undefined }));
  if (!showSuppressed || suppressed.length === 0) return kept;
  return [...kept, ...suppressed].sort((a, b) => compareDiagnostics(a.diagnostic, b.diagnostic));
}
