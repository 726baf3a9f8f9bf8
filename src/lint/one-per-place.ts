import type { Setup } from '../resolve/setup';
import { type Finding, type Severity, severities } from './finding';
import { locate } from './place';

export type GradedFinding = Finding & { readonly severity: Severity };

/**
 * The most severe finding about each place, the first of equals. What many jails get from one line is one fault, and so is what
 * several options get through one variable. A finding that others repeat names no jail.
 */
export function onePerPlace(
  { sources }: Setup,
  findings: readonly GradedFinding[],
): readonly GradedFinding[] {
  const found = new Map<string, GradedFinding>();
  for (const finding of findings) {
    const { file, span } = locate(finding.at, sources);
    const key = `${span.start} ${file.path}`;
    const known = found.get(key);
    if (known === undefined || rank(finding) > rank(known)) found.set(key, finding);
    else if (rank(finding) === rank(known) && finding.jail !== known.jail) found.set(key, withoutJail(known));
  }
  return [...found.values()];
}

function rank({ severity }: GradedFinding): number {
  return severities.indexOf(severity);
}

function withoutJail({ jail: _, ...finding }: GradedFinding): GradedFinding {
  return finding;
}
