import type { Diagnostic, Severity } from '../lint/finding';
import type { Outcome } from '../lint/lint';
import { sourcePath } from '../resolve/source';
import { printable } from '../text/printable';
import { pathFrom } from './path-from';
import type { Run } from './report';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands that make GitHub Actions mark the lines of a pull request. */
export function github(outcomes: readonly Outcome[], { directory }: Run): string {
  return outcomes
    .flatMap(({ diagnostics }) => diagnostics)
    .map(each => `${annotation(each, directory)}\n`)
    .join('');
}

function annotation({ rule, severity, message, range }: Diagnostic, directory: string): string {
  const { file, start, end } = range;
  const properties = [
    ['file', printable(pathFrom(directory, sourcePath(file)))],
    ['line', String(start.line)],
    ['endLine', String(end.line)],
    // columns are for a range on one line
    ...(start.line === end.line
      ? [
          ['col', String(start.column)],
          ['endColumn', String(end.column)],
        ]
      : []),
    ['title', `f2blint ${rule}`],
  ];
  const written = properties.map(([name, value = '']) => `${name}=${escapeProperty(value)}`).join(',');
  return `::${commands[severity]} ${written}::${escapeData(printable(message))}`;
}

/** The runner undoes these, `%25` last (actions/runner, ActionCommand.cs). */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
