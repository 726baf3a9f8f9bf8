import { type Diagnostic, severities } from '../finding';
import { onceUsed, type Use } from '../use';
import { placeName, type TrialResult } from './run-trial';

/** The findings two trials agree on, by rule and place, whatever texts stood for the expressions. */
export function agreedFindings(
  key: string,
  { findings: a }: TrialResult,
  { findings: b }: TrialResult,
): readonly Diagnostic[] {
  const others = new Set((b.get(key) ?? []).map(wordsOf));
  return (a.get(key) ?? []).filter(each => others.has(wordsOf(each)));
}

/** The same finding as the trial has it that grades it lowest: what is a fault once a jail is on is no more than that. */
export function weakest(finding: Diagnostic, key: string, results: readonly TrialResult[]): Diagnostic {
  let found = finding;
  for (const { findings } of results) {
    const there = findings.get(key) ?? [];
    const same = there.find(each => wordsOf(each) === wordsOf(finding));
    const other = same ?? lowest(there);
    if (other === undefined || rank(other) >= rank(found)) continue;
    found = same ?? { ...found, severity: other.severity };
  }
  return found;
}

function lowest(findings: readonly Diagnostic[]): Diagnostic | undefined {
  return [...findings].sort((a, b) => rank(a) - rank(b))[0];
}

function rank({ severity }: Diagnostic): number {
  return severities.indexOf(severity);
}

const uses: readonly Use[] = ['unused', 'disabled', 'skipped'];

/** What a finding says, but for whether that is so now or once a jail is enabled. */
function wordsOf({ message, related }: Diagnostic): string {
  const words = uses.reduce((text, use) => text.replace(onceUsed(use), ''), message);
  return [words, ...related.map(each => placeName(each.range) + each.message)].join('\0');
}

/** A finding that is there only where the template enables the jail. */
export function whereEnabled(finding: Diagnostic): Diagnostic {
  return { ...finding, message: `${finding.message} (where the template enables the jail)` };
}
