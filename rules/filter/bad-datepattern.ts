import { defineRule, reasonsOf } from '../../src/api';

export default defineRule({
  id: 'filter/bad-datepattern',
  severity: 'error',
  summary: 'a date pattern that fail2ban refuses',
  why: `A date pattern is a regex in which %Y, %m, %d and so on stand for the parts of a date; in the file each % is written twice. A letter
that stands for no part, a % at the end and the same pattern on two lines make the server refuse it: fail2ban doesn't start, and
every jail is down. \`fail2ban-client -t\` says that all is well.`,
  fix: 'use the letters of jail.conf(5), %%%% for a percent sign, and each pattern once',
  bad: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\ndatepattern = ^%%Y-%%m-%%D\n',
  },
  good: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\ndatepattern = ^%%Y-%%m-%%d\n',
  },
  evidence: [
    'fail2ban/fail2ban#2029',
    'fail2ban/fail2ban#2463',
    'fail2ban/fail2ban#1162',
    'fail2ban/fail2ban#1558',
    'fail2ban/fail2ban#2266',
    'jail.conf(5)',
  ],
  check(model, report) {
    reasonsOf(model, 'filter/bad-datepattern').forEach(report);
  },
});
