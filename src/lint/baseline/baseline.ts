import type { Setup } from '../../resolve/setup';
import type { Diagnostic } from '../finding';
import { compareDiagnostics } from '../sort';
import type { SuppressedFinding } from '../suppression/suppress';
import { baselineEntries, entryName } from './entry';

/** Findings that are known and not reported. */
export interface Baseline {
  /** How many there are of each, by the names of their entries. */
  readonly counts: ReadonlyMap<string, number>;
  /** How a path is called in the entries. */
  fileName(path: string): string;
}

/** What is left of findings beside a baseline. */
export interface Filtered {
  readonly diagnostics: readonly Diagnostic[];
  readonly suppressed: readonly SuppressedFinding[];
}

/** Suppresses the findings a baseline has, as often as it has them: one more of a kind is reported. */
export function heedBaseline(
  { diagnostics, suppressed }: Filtered,
  setup: Setup,
  { counts, fileName }: Baseline,
): Filtered {
  if (counts.size === 0 || diagnostics.length === 0) return { diagnostics, suppressed };
  const entryOf = baselineEntries(setup, fileName);
  const left = new Map(counts);
  const kept: Diagnostic[] = [];
  const known: SuppressedFinding[] = [];
  for (const diagnostic of diagnostics) {
    const name = entryName(entryOf(diagnostic));
    const count = left.get(name) ?? 0;
    if (count === 0) kept.push(diagnostic);
    else {
      left.set(name, count - 1);
      known.push({ diagnostic, by: { kind: 'baseline', reason: undefined, until: undefined } });
    }
  }
  return {
    diagnostics: kept,
    suppressed: [...suppressed, ...known].sort((a, b) => compareDiagnostics(a.diagnostic, b.diagnostic)),
  };
}
