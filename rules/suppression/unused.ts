import { atSpan, defineRule, removeComment, removeName } from '../../src/api';

export default defineRule({
  id: 'suppression/unused',
  severity: 'info',
  summary: 'a suppression that has nothing to suppress',
  why: `What was wrong has been mended, or the rule has learnt better, and the comment has stayed. It says of a setting what is no longer so, and would hide
the next finding of that kind without anybody having decided on it. f2blint says so only where the rule has looked: not of one that
is off, that needs facts of the host which are not known, or of a jail that is off.`,
  fix: 'remove the comment, or the name from its list',
  bad: {
    'jail.local':
      '[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\n# f2blint-disable-next-line policy/permanent-ban -- the abuse desk lifts bans by hand\nbantime = 1d\n',
    'filter.d/sshd.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  good: {
    'jail.local':
      '[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\n# f2blint-disable-next-line policy/permanent-ban -- the abuse desk lifts bans by hand\nbantime = -1\n',
    'filter.d/sshd.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  evidence: ['koalaman/shellcheck#645', 'koalaman/shellcheck#3407'],
  isLast: true,
  check({ directives }, report) {
    for (const directive of directives) {
      const { file, span, rules, unused, kind } = directive;
      const what = kind === 'on' ? 'ends no suppression' : 'hides nothing';
      if (unused === 'all') {
        report({
          at: atSpan(file, span),
          message: `the comment ${what}, as there is nothing to ${kind === 'on' ? 'end' : 'hide'}`,
          fix: removeComment(directive),
        });
        continue;
      }
      for (const rule of rules) {
        if (!unused.has(rule.name)) continue;
        report({
          at: atSpan(file, rule.span),
          message: `${rule.name} ${what} here`,
          fix: removeName(directive, rule),
        });
      }
    }
  },
});
