import {
  atSpan,
  booleanOptions,
  defineRule,
  effectAt,
  excerpt,
  type Fix,
  findNumberFault,
  findTimeFault,
  gradeByUse,
  indentLine,
  isKnownOption,
  lineBefore,
  numberOptions,
  onceUsed,
  parseBoolean,
  type SwallowedLine,
  sectionUse,
  swallowedLines,
  type TreeFile,
  timeOptions,
  type Use,
} from '../../src/api';

export default defineRule({
  id: 'syntax/indented-option',
  severity: 'error',
  summary: 'an option that is indented and so became part of the value above it',
  why: `A line that begins with more white space than the option above it goes on with the value of that option, whatever it says. So
an indented \`enabled = true\` enables nothing, an indented [section] is none, and the option above gets a value that it was never
meant to have: a time or a number of that kind stops fail2ban, and a switch counts as no.`,
  fix: 'let all options of a section begin in the same column',
  bad: { 'jail.local': '[web]\nport = http,https\n  enabled = true\n' },
  good: { 'jail.local': '[web]\n  port = http,https\n  enabled = true\n  filter =\n' },
  evidence: ['fail2ban/fail2ban#2822', 'fail2ban/fail2ban#2686'],
  check(model, report) {
    for (const treeFile of model.written) {
      const { file, kind } = treeFile;
      const lines = swallowedLines(treeFile);
      for (const line of lines) {
        const { section, option } = line;
        const meantOn = lines.some(each => each.section === section && turnsOn(each));
        const isDisabled = sectionUse(model, treeFile, section.name) === 'disabled';
        const isRead = meantOn || option.key === 'enabled' || line.kind === 'section';
        const use = isDisabled && isRead ? 'used' : sectionUse(model, treeFile, section.name);
        const isFatal =
          use === 'used' &&
          effectAt(model, { file, span: { start: option.keySpan.start, end: line.end } }) !== undefined;
        report({
          at: atSpan(file, line),
          message: `"${excerpt(file.text.slice(line.start, line.end).replace(/\s+/g, ' '))}" is indented, so it became part of the value of "${option.key}" and ${line.kind === 'option' ? 'sets nothing' : 'opens no section'}${damageTo(line, use, isFatal)}`,
          severity: gradeByUse(use, isFatal || !isHarmless(kind, option.key) ? 'error' : 'warning'),
          option: line.kind === 'option' ? line.name : option.key,
          fix: fixOf(treeFile, line),
          related: [
            { at: atSpan(file, option.keySpan), message: `the value of "${option.key}" begins here` },
          ],
        });
      }
    }
  },
});

/** A section takes along what stands below it. */
function fixOf({ file }: TreeFile, line: SwallowedLine): Fix {
  const { section, option, kind, name } = line;
  const indent = lineBefore(file.text, option.keySpan.start);
  return {
    title: `begin it in the same column as "${option.key}"`,
    edits: [indentLine(file, line, indent)],
    changes:
      kind === 'section'
        ? [{ section: section.name }, { section: name.split('?', 1)[0]! }]
        : [option.key, name].map(each => ({ section: section.name, option: each })),
  };
}

function turnsOn({ kind, name, value }: SwallowedLine): boolean {
  return kind === 'option' && name === 'enabled' && parseBoolean(value);
}

const mail: ReadonlySet<string> = new Set(['destemail', 'sender', 'sendername', 'mta', 'fail2ban_agent']);

/** Lists of addresses, mail and variables go on in spite of a word too many. */
function isHarmless(kind: TreeFile['kind'], key: string): boolean {
  if (key === 'ignoreip' || mail.has(key)) return true;
  if (key === 'before' || key === 'after') return false;
  return !(kind === 'fail2ban' ? (['daemon', 'thread'] as const) : [kind]).some(reader =>
    isKnownOption(reader, key),
  );
}

function damageTo({ option: { key, value } }: SwallowedLine, use: Use, isRefused: boolean): string {
  if (booleanOptions.has(key)) return `; "${key}" then counts as no`;
  const isFatal =
    isRefused ||
    (timeOptions.has(key) && findTimeFault(key, value)?.effect === 'refused') ||
    (numberOptions.includes(key) && findNumberFault(key, value)?.effect === 'refused');
  return isFatal ? `; with that "${key}" fail2ban will not start${onceUsed(use)}` : '';
}
