import type { Diagnostic } from '../lint/finding';
import type { FixResult } from '../lint/fix-result';
import { sourcePath } from '../resolve/source';
import { printable } from '../text/printable';
import { displayPath } from './display-path';

/** What --fix did and what it left, with the reason; empty where there was nothing to fix. */
export function fixText({ applied, held, refused }: FixResult): string {
  return [
    ...block(
      'applied',
      applied.map(({ diagnostic, fix }) => line(diagnostic, fix.title)),
    ),
    ...block(
      'left for you to decide (--fix=all makes them),',
      held.map(({ diagnostic, fix }) => line(diagnostic, `${fix.title} (${fix.decision})`)),
    ),
    ...block(
      'refused, as they are not proven,',
      refused.map(({ diagnostic, fix, why }) => line(diagnostic, `${fix.title}: ${why}`)),
    ),
  ].join('');
}

function block(what: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  return [`${what} ${lines.length} ${lines.length === 1 ? 'fix' : 'fixes'}:\n`, ...lines, '\n'];
}

function line({ rule, range: { file, start } }: Diagnostic, text: string): string {
  return `  ${printable(displayPath(sourcePath(file)))}:${start.line} ${rule}: ${printable(text)}\n`;
}
