import { atSpan, defineRule, duplicateSectionFix, gradeByUse, onceUsed } from '../../src/api';

export default defineRule({
  id: 'syntax/duplicate-section',
  severity: 'error',
  summary: 'the same section twice in one file',
  why: `fail2ban reads each file strictly: a section that is opened twice ends the load of everything. Guides tell people to "add
[sshd]" to a file that already has it. Two files may of course have the same section, that is how one overrides another; and
[DEFAULT] may stand in a file as often as you like.`,
  fix: 'merge the two sections',
  bad: { 'jail.local': '[sshd]\nenabled = true\n\n[recidive]\nenabled = true\n\n[sshd]\nmaxretry = 3\n' },
  good: { 'jail.local': '[sshd]\nenabled = true\nmaxretry = 3\n\n[recidive]\nenabled = true\n' },
  evidence: ['fail2ban/fail2ban#2822', 'imthenachoman/How-To-Secure-A-Linux-Server#36'],
  check({ written }, report) {
    for (const { file, isRead } of written) {
      const use = isRead ? 'used' : 'unused';
      for (const problem of file.tree.problems) {
        if (problem.kind !== 'duplicate-section') continue;
        const fix = duplicateSectionFix(file, problem);
        report({
          at: atSpan(file, problem.span),
          message: `section [${problem.name}] appears twice in ${file.name}; fail2ban will not start${onceUsed(use)}`,
          severity: gradeByUse(use, 'error'),
          ...(fix && { fix }),
          related: [{ at: atSpan(file, problem.first), message: 'it stands here first' }],
        });
      }
    }
  },
});
