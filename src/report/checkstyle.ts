import type { Diagnostic } from '../lint/finding';
import type { Outcome } from '../lint/lint';
import { byFile } from './by-file';
import { pathFrom } from './path-from';
import type { Run } from './report';
import { xmlChildren, xmlDeclaration, xmlElement } from './xml';

/** The XML of Checkstyle: the findings of each file. Its severities are called as ours are. */
export function checkstyle(outcomes: readonly Outcome[], { directory }: Run): string {
  const files = [...byFile(outcomes)].map(([path, diagnostics]) =>
    xmlElement('file', { name: pathFrom(directory, path) }, xmlChildren(diagnostics.map(errorElement))),
  );
  return `${xmlDeclaration}${xmlElement('checkstyle', { version: '4.3' }, xmlChildren(files))}\n`;
}

function errorElement({ rule, severity, message, range: { start } }: Diagnostic): string {
  return xmlElement('error', {
    line: start.line,
    column: start.column,
    severity,
    message,
    source: `f2blint.${rule}`,
  });
}
