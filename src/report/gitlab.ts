import type { Severity } from '../lint/finding';
import { fingerprints } from '../lint/fingerprint';
import type { Outcome } from '../lint/lint';
import { sourcePath } from '../resolve/source';
import { printable } from '../text/printable';
import { toJson } from './json';
import { pathFrom } from './path-from';
import type { Run } from './report';

/** With an error fail2ban or a jail does not do its work; `blocker` is left for what people set themselves. */
const severities: Readonly<Record<Severity, string>> = { error: 'critical', warning: 'major', info: 'info' };

/** A Code Quality report of GitLab: the fields that its documentation names. */
export function gitlab(outcomes: readonly Outcome[], { directory }: Run): string {
  const fileName = (path: string) => pathFrom(directory, path);
  const names = fingerprints(outcomes, fileName);
  const issues = outcomes.flatMap(({ diagnostics }) =>
    diagnostics.map(diagnostic => ({
      description: printable(diagnostic.message),
      check_name: diagnostic.rule,
      fingerprint: names.get(diagnostic),
      severity: severities[diagnostic.severity],
      location: {
        path: fileName(sourcePath(diagnostic.range.file)),
        lines: { begin: diagnostic.range.start.line, end: diagnostic.range.end.line },
      },
    })),
  );
  return toJson(issues);
}
