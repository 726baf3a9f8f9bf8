import { findRelease, lint, memorySnapshot, type Rule } from '../../src/api';
import type { Entry } from '../../src/files/snapshot';

/**
 * What a rule says about files of any kind, one line each: `jail.local:1:5 error MESSAGE`. With `sshd` it knows
 * /etc/ssh/sshd_config.
 */
export function lintEntries(
  rule: Rule,
  files: Readonly<Record<string, string | Entry>>,
  release = '1.0.2',
  sshd = false,
): readonly string[] {
  const { diagnostics } = lint(memorySnapshot(new Map(Object.entries(files))), {
    release: findRelease(release)!,
    rules: [rule],
    severities: new Map(),
    ...(sshd && { sshdConfig: '/etc/ssh/sshd_config' }),
  });
  return diagnostics.map(
    ({ range: { file, start }, severity, message }) =>
      `${file.name}:${start.line}:${start.column} ${severity} ${message}`,
  );
}
