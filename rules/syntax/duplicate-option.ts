import { atSpan, defineRule, duplicateOptionFix } from '../../src/api';

export default defineRule({
  id: 'syntax/duplicate-option',
  severity: 'error',
  summary: 'the same option twice in one section of a file',
  why: `fail2ban reads each file strictly: an option that stands twice in one section ends the load of everything, whichever
value was meant. It happens with a second \`logpath =\` line, and when a block from a guide is pasted below a copy of
jail.conf. Letter case makes no difference, and all [DEFAULT] blocks of a file are one section. Two files may of course
set the same option; the later one counts.`,
  fix: 'keep one of them; several values of logpath, failregex, ignoreregex, action or ignoreip go on indented lines of their own',
  bad: { 'jail.local': '[web]\nlogpath = /var/log/web/a.log\nlogpath = /var/log/web/b.log\n' },
  good: { 'jail.local': '[web]\nlogpath = /var/log/web/a.log\n          /var/log/web/b.log\n' },
  evidence: ['fail2ban/fail2ban#2468', 'fail2ban/fail2ban#1396', 'pbkwee/distrorejuve#6', 'Mailu/Mailu#2612'],
  check({ written }, report) {
    for (const { file, isRead } of written) {
      for (const problem of file.tree.problems) {
        if (problem.kind !== 'duplicate-option') continue;
        const fix = duplicateOptionFix(file, problem);
        report({
          at: atSpan(file, problem.span),
          message: `"${problem.name}" is set twice in [${problem.section}] of ${file.name}; fail2ban will not start${isRead ? '' : ' once a jail uses it'}`,
          ...(!isRead && { severity: 'warning' }),
          option: problem.name,
          ...(fix && { fix }),
          related: [{ at: atSpan(file, problem.first), message: 'set here first' }],
        });
      }
    }
  },
});
