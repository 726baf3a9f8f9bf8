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
  for (const { jail, ...finding } of findings) {
    const { file, span } = locate(finding.at, sources);
    const key = `${span.start} ${file.path}`;
    const known = found.get(key);
    const isSame = known === undefined || known.jail === jail;
    const worst = known === undefined || rank(finding) > rank(known) ? finding : known;
    found.set(key, withJail(worst, isSame ? jail : undefined));
  }
  return [...found.values()];
}

function rank({ severity }: GradedFinding): number {
  return severities.indexOf(severity);
}

function withJail({ jail: _, ...finding }: GradedFinding, jail: string | undefined): GradedFinding {
  return jail === undefined ? finding : { ...finding, jail };
}
