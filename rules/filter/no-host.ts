import { defineRule, reasonsOf, unusedFilterFindings } from '../../src/api';

export default defineRule({
  id: 'filter/no-host',
  severity: 'error',
  summary: 'a failregex without a tag for the address',
  why: `A failregex has to say whom to ban: with <HOST>, <ADDR>, <SUBNET>, <IP4>, <IP6>, <DNS>, <F-ID>, or in the prefregex. The server refuses one
that doesn't: fail2ban doesn't start and every jail is down, while \`fail2ban-client -t\` says that all is well. <host>, <IP> and
(?P<host>…) of old filters are no such tags. A tag may also be lost behind a ; that follows a blank, or in a mode that the filter
doesn't have.`,
  fix: 'put <HOST> where the address stands',
  bad: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <IP>$\n',
  },
  good: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  evidence: [
    'fail2ban/fail2ban#2165',
    'fail2ban/fail2ban#3310',
    'fail2ban/fail2ban#1723',
    'fail2ban/fail2ban#3203',
    'fail2ban/fail2ban#3055',
    'fail2ban/fail2ban#1467',
    'dani-garcia/vaultwarden#4666',
    'fail2ban/fail2ban#3478',
    'fail2ban/fail2ban#2130',
    'fail2ban/fail2ban#2150',
  ],
  check(model, report) {
    reasonsOf(model, 'filter/no-host').forEach(report);
    unusedFilterFindings(model, 'filter/no-host').forEach(report);
  },
});
