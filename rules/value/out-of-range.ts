import { defineRule, numberFindings, withReasons } from '../../src/api';

export default defineRule({
  id: 'value/out-of-range',
  severity: 'error',
  summary: 'a number that is too small or too large',
  why: `\`maxlines\` has to be 1 or more, and \`stacksize\` is 0 or a number of KiB from 32 on, as much as the host can spare. The server
refuses other numbers: fail2ban doesn't start, though \`fail2ban-client -t\` succeeds.`,
  fix: 'leave maxlines out for a filter that looks at single lines; stacksize = 0 is the default of the system',
  bad: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\nmaxlines = 0\n',
  },
  good: {
    'fail2ban.local': '[Thread]\nstacksize = 64\n',
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\nmaxlines = 2\n',
  },
  evidence: ['jail.conf(5)', 'pthread_attr_setstacksize(3)'],
  check(model, report) {
    withReasons(model, 'value/out-of-range', numberFindings(model, 'range')).forEach(report);
  },
});
