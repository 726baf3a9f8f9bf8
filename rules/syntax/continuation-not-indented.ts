import {
  atSpan,
  defineRule,
  excerpt,
  gradeByUse,
  indentLine,
  onceUsed,
  sectionUse,
  unindentedLines,
  valueIndent,
} from '../../src/api';

export default defineRule({
  id: 'syntax/continuation-not-indented',
  severity: 'error',
  summary: 'a further line of a value without its indentation',
  why: `The second log, regex, address or action on a line of its own has to begin with white space. Without it the parser takes the line
for an option and, where it finds no = or :, ends the load of everything. With one of them in it, as in most regexes, the line
becomes an option that nobody reads, and what it says is lost without a word.`,
  fix: 'indent the line',
  bad: { 'jail.local': '[web]\nlogpath = /var/log/web/a.log\n/var/log/web/b.log\n' },
  good: { 'jail.local': '[web]\nlogpath = /var/log/web/a.log\n          /var/log/web/b.log\n' },
  evidence: ['fail2ban/fail2ban#3683', 'fail2ban/fail2ban#2639'],
  check(model, report) {
    for (const treeFile of model.written) {
      const { file } = treeFile;
      const { tree, entry } = file;
      for (const line of unindentedLines(tree).values()) {
        const isRefused = line.effect === 'refused';
        // Python meets the bad byte first
        if (isRefused && entry.kind === 'undecodable') continue;
        const section = tree.sections.findLast(each => each.header.start < line.start);
        const use = isRefused ? fileUse(treeFile.isRead) : sectionUse(model, treeFile, section?.name ?? '');
        const { key, keySpan } = line.option;
        const name = section?.name ?? '';
        report({
          at: atSpan(file, line),
          message: `"${excerpt(tree.text.slice(line.start, line.end))}" continues "${key}" but is not indented${
            isRefused
              ? `; fail2ban will not start${onceUsed(use)}`
              : ', so it is an option of its own that nobody reads'
          }`,
          severity: gradeByUse(use, isRefused ? 'error' : 'warning'),
          option: key,
          fix: {
            title: 'indent this line',
            edits: [indentLine(file, line, valueIndent(file.text, line.option))],
            changes: isRefused ? [key, ''].map(option => ({ section: name, option })) : [{ section: name }],
          },
          related: [{ at: atSpan(file, keySpan), message: `"${key}" begins here` }],
        });
      }
    }
  },
});

function fileUse(isRead: boolean) {
  return isRead ? 'used' : 'unused';
}
