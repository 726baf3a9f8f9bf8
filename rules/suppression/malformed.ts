import { atSpan, defineRule, excerpt, removeComment, rewriteComment } from '../../src/api';

export default defineRule({
  id: 'suppression/malformed',
  severity: 'warning',
  summary: 'a comment for f2blint that it does not understand',
  why: `A comment that begins with \`f2blint-disable\` is meant to hide findings. Where f2blint does not understand it, it hides nothing, and that had better be
known: the word may be misspelt, the rule be left out, or the day be no date.`,
  fix: '# f2blint-disable-next-line GROUP/NAME until YYYY-MM-DD -- reason; the part with until may be left out',
  bad: {
    'jail.local':
      '[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\n# f2blint-disable-line policy/permanent-ban -- the abuse desk lifts bans by hand\nbantime = -1\n',
    'filter.d/sshd.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  good: {
    'jail.local':
      '[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\n# f2blint-disable-next-line policy/permanent-ban -- the abuse desk lifts bans by hand\nbantime = -1\n',
    'filter.d/sshd.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  evidence: ['z-shell/zsh-lint#19', 'oxc-project/oxc#22179'],
  isLast: true,
  check({ directives }, report) {
    for (const directive of directives) {
      const { file, fault } = directive;
      if (fault?.kind === 'word') {
        report({
          at: atSpan(file, fault.span),
          message: `the comment hides nothing: ${excerpt(fault.word)} is not known; did you mean ${fault.meant}?`,
          fix: rewriteComment(directive, fault.span, fault.meant),
        });
      } else if (fault?.kind === 'no-rule') {
        report({
          at: atSpan(file, fault.span),
          message: 'the comment hides nothing, as it names no rule',
          fix: removeComment(directive, 'which rule is meant'),
        });
      } else if (fault?.kind === 'date') {
        report({
          at: atSpan(file, fault.span),
          message: `the comment hides nothing, as a date such as 2027-01-31 and nothing else belongs behind until${fault.text === '' ? '' : `, not ${excerpt(fault.text)}`}`,
          fix: removeComment(directive, 'which day is meant'),
        });
      }
    }
  },
});
