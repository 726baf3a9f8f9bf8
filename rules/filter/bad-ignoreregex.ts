import { defineRule, reasonsOf } from '../../src/api';

export default defineRule({
  id: 'filter/bad-ignoreregex',
  severity: 'warning',
  summary: 'an ignoreregex that does not do what it is for',
  why: `Lines that match an \`ignoreregex\` are no failures, whatever else they match. One that Python can't compile is refused by the
server: fail2ban doesn't start, and every jail is down, though \`fail2ban-client -t\` succeeds.`,
  fix: 'mend the regex; addresses that must not be banned belong into ignoreip',
  bad: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\n',
    'filter.d/web.conf':
      '[Definition]\nfailregex = ^bad login from <HOST>$\nignoreregex = ^bad login from (10\\.\n',
  },
  good: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\n',
    'filter.d/web.conf':
      '[Definition]\nfailregex = ^bad login from <HOST>$\nignoreregex = ^bad login from 10\\.\n',
  },
  evidence: ['fail2ban/fail2ban#3320'],
  check(model, report) {
    reasonsOf(model, 'filter/bad-ignoreregex').forEach(report);
  },
});
