import { defineRule, reasonsOf } from '../../src/api';

export default defineRule({
  id: 'log/paths-on-one-line',
  severity: 'error',
  summary: 'two log files on one line',
  why: `Every path of \`logpath\` stands on a line of its own. What follows a blank is the place to start reading from, head or tail; a second
path there, or the rest of a path with a blank in it, is refused by the server: fail2ban doesn't start and every jail is down,
while \`fail2ban-client -t\` says that all is well.`,
  fix: 'put each path on an indented line of its own, without commas',
  bad: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web/a.log /var/log/web/b.log\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  good: {
    'jail.local':
      '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web/a.log\n          /var/log/web/b.log tail\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  evidence: [
    'fail2ban/fail2ban#3683',
    'fail2ban/fail2ban#869',
    'fail2ban/fail2ban#976',
    'fail2ban/fail2ban#558',
  ],
  check(model, report) {
    reasonsOf(model, 'log/paths-on-one-line').forEach(report);
  },
});
