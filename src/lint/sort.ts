import { compareCodePoints } from '../files/posix-path';
import type { Diagnostic } from './finding';

/** By file, line, column and rule. What two jails report in the same words about the same place is said once, without a jail. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const { range, rule, message } = diagnostic;
    const { start, end, file } = range;
    const key = [file.path, start.line, start.column, end.line, end.column, rule, message].join('\0');
    const same = seen.get(key);
    seen.set(
      key,
      same === undefined || same.jail === diagnostic.jail ? diagnostic : { ...same, jail: undefined },
    );
  }
  return [...seen.values()].sort(compareDiagnostics);
}

/** The order of findings in a report. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareCodePoints(a.range.file.path, b.range.file.path) ||
    a.range.start.line - b.range.start.line ||
    a.range.start.column - b.range.start.column ||
    compareCodePoints(a.rule, b.rule) ||
    compareCodePoints(a.message, b.message)
  );
}
