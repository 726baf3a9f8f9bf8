import type { Severity } from './finding';

/**
 * What was asked for a rule. `errors-only` leaves out what the rule grades as less, `at-least-warning` makes warnings of what it grades
 * as info; a severity stands for all its findings.
 */
export type Grade = Severity | 'off' | 'errors-only' | 'at-least-warning';

/** The severity a finding gets; undefined where it is left out. */
export function graded(severity: Severity, grade: Grade | undefined): Severity | undefined {
  switch (grade) {
    case undefined:
      return severity;
    case 'off':
      return undefined;
    case 'errors-only':
      return severity === 'error' ? severity : undefined;
    case 'at-least-warning':
      return severity === 'info' ? 'warning' : severity;
    default:
      return grade;
  }
}
