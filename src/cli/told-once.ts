import type { Diagnostic } from '../lint/finding';
import type { Outcome } from '../lint/lint';
import { sourcePath } from '../resolve/source';

/**
 * Tells what is to be shown of one configuration after the other: files that belong to several of them (a role with versions for Debian and
 * Red Hat) would have the same said of them twice. To be called for each with all that was found in it.
 */
export function createToldOnce(): (
  outcome: Pick<Outcome, 'diagnostics' | 'suppressed'>,
) => (diagnostic: Diagnostic) => boolean {
  const told = new Set<string>();
  return ({ diagnostics, suppressed }) => {
    const before = new Set(told);
    for (const each of diagnostics) told.add(keyOf(each));
    for (const { diagnostic } of suppressed) told.add(keyOf(diagnostic));
    return diagnostic => !before.has(keyOf(diagnostic));
  };
}

function keyOf({ rule, message, range: { file, start } }: Diagnostic): string {
  return JSON.stringify([sourcePath(file), start.line, start.column, rule, message]);
}
