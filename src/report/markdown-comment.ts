import { type Diagnostic, severities } from '../lint/finding';
import type { Outcome } from '../lint/lint';
import { sourcePath } from '../resolve/source';
import { byFile } from './by-file';
import { count } from './count';
import { inertCode, inertMarkdown } from './inert-markdown';
import { summaryText } from './lint-text';
import { pathFrom } from './path-from';
import type { Run } from './report';
import { ruleUrl } from './rule-url';

/** GitHub takes 65,536 characters; some are left for what others write around it. */
const longest = 60_000;

/** Files are unfolded as long as there are no more findings than this. */
const fewFindings = 20;

/** A comment on a pull request: a table for each file, those with errors first, cut where GitHub would refuse it. */
export function markdownComment(outcomes: readonly Outcome[], { directory }: Run): string {
  const files = [...byFile(outcomes)].sort(([, a], [, b]) => worst(b) - worst(a));
  const total = files.reduce((sum, [, diagnostics]) => sum + diagnostics.length, 0);
  const parts = [`### f2blint: ${inertMarkdown(summaryText(outcomes).trimEnd())}\n`];
  let left = longest - parts[0]!.length;
  let shown = 0;
  for (const [path, diagnostics] of files) {
    const name = inertCode(pathFrom(directory, path));
    const head = (number: number) =>
      `\n<details${total <= fewFindings ? ' open' : ''}><summary>${name}: ${count(number, 'finding')}</summary>\n\n${tableHead}`;
    const room = left - head(diagnostics.length).length - tail.length;
    const rows = rowsThatFit(diagnostics, directory, room);
    if (rows.length === 0) continue;
    const part = `${head(diagnostics.length)}${rows.join('')}${tail}`;
    parts.push(part);
    left -= part.length;
    shown += rows.length;
  }
  if (shown < total)
    parts.push(
      `\n${total - shown} of ${total} findings are left out here for their length; \`--format text\` shows all.\n`,
    );
  return parts.join('');
}

const tableHead = '| line | | finding | rule |\n| ---: | --- | --- | --- |\n';
const tail = '\n</details>\n';

function worst(diagnostics: readonly Diagnostic[]): number {
  return Math.max(...diagnostics.map(({ severity }) => severities.indexOf(severity)));
}

/** The first rows of a table up to a number of characters. */
function rowsThatFit(diagnostics: readonly Diagnostic[], directory: string, room: number): readonly string[] {
  const rows: string[] = [];
  let length = 0;
  for (const diagnostic of diagnostics) {
    const row = tableRow(diagnostic, directory);
    length += row.length;
    if (length > room) break;
    rows.push(row);
  }
  return rows;
}

function tableRow({ rule, severity, message, range, related }: Diagnostic, directory: string): string {
  const notes = related.map(each => {
    const { file, start } = each.range;
    return `<br>${inertCode(`${pathFrom(directory, sourcePath(file))}:${start.line}`)} ${inertMarkdown(each.message)}`;
  });
  return `| ${range.start.line} | ${severity} | ${inertMarkdown(message)}${notes.join('')} | [${rule}](${ruleUrl(rule)}) |\n`;
}
