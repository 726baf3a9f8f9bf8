import type { Severity } from '../lint/finding';
import type { Outcome } from '../lint/lint';

/** Counts over all trees of a run. */
export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Findings with a proven fix. */
  readonly fixable: number;
  /** Findings that are hidden by a comment or by the baseline, and in no other number. */
  readonly suppressed: number;
  readonly files: number;
}

export function summarize(outcomes: readonly Outcome[]): Summary {
  const diagnostics = outcomes.flatMap(outcome => outcome.diagnostics);
  const count = (severity: Severity) => diagnostics.filter(each => each.severity === severity).length;
  return {
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    fixable: outcomes.reduce((sum, { fixes }) => sum + (fixes?.size ?? 0), 0),
    suppressed: outcomes.reduce((sum, { suppressed }) => sum + suppressed.length, 0),
    files: outcomes.reduce((sum, outcome) => sum + outcome.files, 0),
  };
}
