import { defineRule, reasonsOf } from '../../src/api';

export default defineRule({
  id: 'value/bad-backend-argument',
  severity: 'error',
  summary: 'an argument that the backend does not take',
  why: `Only the backend systemd takes arguments: journalpath, journalfiles, journalflags, from 1.0 on namespace, from 1.1.1 on rotated. With
another name, with flags that are no number the journal knows, or with an argument to another backend the server refuses the
jail's first command: fail2ban doesn't start and every jail is down, while \`fail2ban-client -t\` says that all is well.`,
  fix: 'correct the name, or leave the argument out',
  bad: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nbackend = systemd[journalflag=1]\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  good: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nbackend = systemd[journalflags=1]\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  evidence: ['fail2ban/fail2ban#2208', 'fail2ban/fail2ban#1408', 'jail.conf(5)'],
  check(model, report) {
    reasonsOf(model, 'value/bad-backend-argument').forEach(report);
  },
});
