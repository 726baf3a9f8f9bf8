import type { Diagnostic } from '../lint/finding';

export type Renamed = ReadonlyMap<string, string>;

const asBefore: Renamed = new Map();

/** What stays of a finding when lines move: its rule, severity, file, jail (by its new name) and option. */
export function findingKey(
  { rule, severity, range, jail = '', option = '' }: Diagnostic,
  renamed: Renamed = asBefore,
): string {
  return [rule, severity, range.file.name, renamed.get(jail) ?? jail, option].join('\n');
}

/** How many findings of each key there are. */
export function countFindings(
  diagnostics: readonly Diagnostic[],
  renamed: Renamed = asBefore,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const diagnostic of diagnostics) {
    const key = findingKey(diagnostic, renamed);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
