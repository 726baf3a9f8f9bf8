import { defineRule, reasonsOf } from '../../src/api';

export default defineRule({
  id: 'value/bad-ignorecache',
  severity: 'error',
  summary: 'an ignorecache that fail2ban cannot read',
  why: `\`ignorecache\` is a list of key, max-count and max-time, each as name=value. The key is a must, it says for what an answer is kept;
max-count is a whole number. Anything else is refused by the server: fail2ban doesn't start, and every jail is down, though
\`fail2ban-client -t\` succeeds.`,
  fix: 'write it as in the manual: key="<ip>", max-count=100, max-time=5m',
  bad: {
    'jail.local':
      '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\nignorecache = max-count=100, max-time=5m\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  good: {
    'jail.local':
      '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\nignorecache = key="<ip>", max-count=100, max-time=5m\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  evidence: ['jail.conf(5)'],
  check(model, report) {
    reasonsOf(model, 'value/bad-ignorecache').forEach(report);
  },
});
