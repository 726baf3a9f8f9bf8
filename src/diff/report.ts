import type { Diagnostic } from '../lint/finding';
import { valueText } from '../resolve/effective-values';
import type { Setup } from '../resolve/setup';
import { lineIndex } from '../text/line-index';
import { printable } from '../text/printable';
import type { ChangedValue, Difference } from './diff';
import { changesInWords, findingInWords, verdictInWords } from './words';

/** For a person, a line each. */
export function diffText(difference: Difference, after: Setup): string {
  const changes = changesInWords(difference, after).map(({ where, what }) => `${where}: ${what}`);
  const lines = [
    ...(changes.length === 0 ? ['nothing changes in effect'] : changes),
    ...[verdictInWords(difference) ?? []].flat(),
    ...difference.fresh.map(finding => `new: ${findingInWords(finding)}`),
    ...difference.gone.map(finding => `gone: ${findingInWords(finding)}`),
  ];
  return lines.map(line => `${printable(line)}\n`).join('');
}

/** For a comment on a pull request. */
export function diffMarkdown(difference: Difference, after: Setup): string {
  const changes = changesInWords(difference, after);
  const verdict = verdictInWords(difference);
  const list = (title: string, findings: readonly Diagnostic[]) =>
    findings.length === 0
      ? []
      : ['', `#### ${title}`, '', ...findings.map(each => `- ${code(findingInWords(each))}`)];
  return [
    '### fail2ban: what changes in effect',
    '',
    ...(changes.length === 0
      ? ['Nothing.']
      : [
          '| where | what |',
          '| --- | --- |',
          ...changes.map(({ where, what }) => `| ${code(where)} | ${code(what)} |`),
        ]),
    ...(verdict === undefined ? [] : ['', `**${verdict}**`]),
    ...list('new findings', difference.fresh),
    ...list('findings that are gone', difference.gone),
    '',
  ].join('\n');
}

/** Text from files as code, so that nothing in it is markup; a bar would end the cell of a table even there. */
function code(text: string): string {
  const shown = printable(text).replaceAll('|', '\\|');
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const pad = shown.startsWith('`') || shown.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** For programs (schemas/diff.schema.json). */
export function diffDocument(difference: Difference): unknown {
  const { verdict, added, removed, enabled, disabled, values, fresh, gone } = difference;
  return {
    schemaVersion: 1,
    verdict,
    jails: { added, removed, enabled, disabled },
    values: values.map(valueEntry),
    findings: { new: fresh.map(findingEntry), gone: gone.map(findingEntry) },
  };
}

function valueEntry({ family, section, alsoIn, option, before, after, isMade }: ChangedValue) {
  const setting = after?.setting;
  return {
    family,
    section,
    alsoIn,
    option,
    before: valueText(before) ?? null,
    after: valueText(after) ?? null,
    origin:
      setting === undefined
        ? null
        : {
            file: setting.file.name,
            ...lineIndex(setting.file.text).position(setting.option.keySpan.start),
            section: setting.section,
          },
    follows: isMade,
  };
}

function findingEntry({ rule, severity, message, range: { file, start }, jail, option }: Diagnostic) {
  return {
    rule,
    severity,
    message,
    file: file.name,
    line: start.line,
    column: start.column,
    jail: jail ?? null,
    option: option ?? null,
  };
}
