import { atSpan, defineRule, removeComment } from '../../src/api';

export default defineRule({
  id: 'suppression/expired',
  severity: 'warning',
  summary: 'a suppression whose last day is over',
  why: `A suppression with \`until\` is for a while: until the new host is up, until the provider has answered. From the day after, it hides nothing and the
finding is reported again, so that it can not outlive what it was for.`,
  fix: 'mend what it hid, or give it a later day',
  bad: {
    'jail.local':
      '[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\n# f2blint-disable-next-line policy/permanent-ban until 2024-06-30 -- until the new list is there\nbantime = -1\n',
    'filter.d/sshd.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  good: {
    'jail.local':
      '[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\n# f2blint-disable-next-line policy/permanent-ban until 9999-12-31 -- until the new list is there\nbantime = -1\n',
    'filter.d/sshd.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  evidence: ['spotbugs/spotbugs#918', 'anchore/grype#3031'],
  isLast: true,
  check({ directives }, report) {
    for (const directive of directives) {
      const { file, until, isExpired, fault } = directive;
      if (until === undefined || !isExpired || fault !== undefined) continue;
      report({
        at: atSpan(file, until.span),
        message: `the comment hides nothing any more, as ${until.date} is over`,
        fix: removeComment(directive, 'whether it is to count for longer'),
      });
    }
  },
});
