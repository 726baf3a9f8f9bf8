import type { Diagnostic } from '../lint/finding';
import { sourcePath } from '../resolve/source';

/**
 * Tells what is to be shown of one configuration after the other: files that belong to several of them (a role with versions for Debian and
 * Red Hat) would have the same said of them twice. To be called for each with all of its findings.
 */
export function createToldOnce(): (
  diagnostics: readonly Diagnostic[],
) => (diagnostic: Diagnostic) => boolean {
  const told = new Set<string>();
  return diagnostics => {
    const before = new Set(told);
    for (const each of diagnostics) told.add(keyOf(each));
    return diagnostic => !before.has(keyOf(diagnostic));
  };
}

function keyOf({ rule, message, range: { file, start } }: Diagnostic): string {
  return JSON.stringify([sourcePath(file), start.line, start.column, rule, message]);
}
