import { atSpan, defineRule, removeComment, rewriteComment } from '../../src/api';

export default defineRule({
  id: 'suppression/missing-reason',
  severity: 'warning',
  summary: 'a suppression that does not say why',
  why: `Who finds a suppression a year later has to know whether it still holds, and for that what it was for. So a comment that hides findings needs
a reason behind \`--\`; without one it hides nothing, and the finding is reported too.`,
  fix: 'write `-- ` and the reason at the end of the comment',
  bad: {
    'jail.local':
      '[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\n# f2blint-disable-next-line policy/permanent-ban\nbantime = -1\n',
    'filter.d/sshd.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  good: {
    'jail.local':
      '[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\n# f2blint-disable-next-line policy/permanent-ban -- the abuse desk lifts bans by hand\nbantime = -1\n',
    'filter.d/sshd.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  evidence: ['astral-sh/ruff#21270', 'rome/tools#972', 'stylelint/stylelint#4868'],
  isLast: true,
  check({ directives }, report) {
    for (const directive of directives) {
      const { file, span, fault } = directive;
      if (fault?.kind === 'reason') {
        report({
          at: atSpan(file, span),
          message: 'the comment hides nothing, as it gives no reason: -- and a few words belong behind it',
          fix: removeComment(directive, 'whether to give a reason instead'),
        });
      } else if (fault?.kind === 'unmarked-reason') {
        report({
          at: atSpan(file, fault.span),
          message: 'the comment hides nothing, as -- is missing in front of the reason',
          fix: rewriteComment(directive, { start: fault.span.start, end: fault.span.start }, '-- '),
        });
      }
    }
  },
});
