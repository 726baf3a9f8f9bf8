import type { Diagnostic } from '../lint/finding';

/** Jails that are called otherwise now, by their old names. */
export type Renamed = ReadonlyMap<string, string>;

const asBefore: Renamed = new Map();

/** What stays of a finding when lines move: its rule, severity, file, jail (by its new name) and option. */
export function findingKey(
  { rule, severity, range, jail = '', option = '' }: Diagnostic,
  renamed: Renamed = asBefore,
): string {
  return [rule, severity, range.file.name, renamed.get(jail) ?? jail, option].join('\n');
}

/** What stays of it when it moves to another file. */
export function findingKeyAnywhere({ rule, severity, jail, option, message }: Diagnostic): string {
  return [rule, severity, jail ?? '', option ?? '', message].join('\n');
}

/** How many findings of each key there are. */
export function countFindings(
  diagnostics: readonly Diagnostic[],
  keyOf: (diagnostic: Diagnostic) => string = diagnostic => findingKey(diagnostic),
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const diagnostic of diagnostics) {
    const key = keyOf(diagnostic);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
