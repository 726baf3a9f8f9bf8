import type { Diagnostic } from '../lint/finding';
import type { Outcome } from '../lint/lint';
import { sourcePath } from '../resolve/source';
import { printable } from '../text/printable';
import { displayPath } from './display-path';

/** A line for each finding, as compilers write them. */
export function concise(outcomes: readonly Outcome[]): string {
  return outcomes
    .flatMap(({ diagnostics }) => diagnostics)
    .map(each => `${conciseLine(each)}\n`)
    .join('');
}

export function conciseLine({ range, severity, message, rule }: Diagnostic): string {
  const { line, column } = range.start;
  return `${printable(displayPath(sourcePath(range.file)))}:${line}:${column}: ${severity}: ${printable(message)} [${rule}]`;
}
