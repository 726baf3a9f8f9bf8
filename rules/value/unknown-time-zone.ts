import { defineRule, reasonsOf } from '../../src/api';

export default defineRule({
  id: 'value/unknown-time-zone',
  severity: 'error',
  summary: 'a log time zone that fail2ban does not know',
  why: `\`logtimezone\` says in which zone the times in a log are, as an offset (+0200), UTC+0200 or GMT+0200, or one of a few abbreviations
such as CET. The names of the system, such as Europe/Berlin, are unknown to fail2ban: the server refuses them, fail2ban doesn't start,
and \`fail2ban-client -t\` says that all is well.`,
  fix: 'write the offset, such as UTC+0200',
  bad: {
    'jail.local':
      '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\nlogtimezone = Europe/Berlin\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  good: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\nlogtimezone = UTC+0200\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  evidence: ['fail2ban/fail2ban#1855', 'jail.conf(5)'],
  check(model, report) {
    reasonsOf(model, 'value/unknown-time-zone').forEach(report);
  },
});
