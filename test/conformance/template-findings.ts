import { rules } from '../../rules/index';
import type { Snapshot } from '../../src/files/snapshot';
import type { Diagnostic } from '../../src/lint/finding';
import { lint } from '../../src/lint/lint';
import { lintTemplates } from '../../src/lint/lint-templates';
import { inferRelease } from '../../src/resolve/infer-release';
import { sourcePath } from '../../src/resolve/source';
import { printable } from '../../src/text/printable';

/** What lint says of a tree with templates. */
export function lintSnapshot(snapshot: Snapshot): readonly Diagnostic[] {
  const { release } = inferRelease(snapshot);
  return lintTemplates(snapshot, { release, rules, severities: new Map() }, lint).diagnostics;
}

/** The characters of its file that a finding marks; of several lines those of the first. */
export function markedText({ range: { file, start, end } }: Diagnostic): string {
  const line = file.text.split(/\r?\n/)[start.line - 1] ?? '';
  return line.slice(start.column - 1, start.line === end.line ? end.column - 1 : undefined);
}

/** A finding on one line, as somebody who judges it needs it; fields between tabs. */
export function describeFinding(repository: string, diagnostic: Diagnostic): string {
  const { rule, severity, range, message } = diagnostic;
  const place = `${repository}/${sourcePath(range.file)}:${range.start.line}:${range.start.column}`;
  return [rule, severity, place, markedText(diagnostic), message].map(printable).join('\t');
}
