import { defineRule, numberFindings, withReasons } from '../../src/api';

export default defineRule({
  id: 'value/bad-bantime-formula',
  severity: 'error',
  summary: 'a bantime.factor, formula or multipliers that fail2ban cannot use',
  why: `\`bantime.multipliers\` are whole numbers with one blank between them, without commas. \`bantime.factor\` and \`bantime.formula\` are
expressions of Python, of which the first is worked out and the second compiled when the jail is set up. What can't be is refused,
also while bantime.increment is off: fail2ban doesn't start, though \`fail2ban-client -t\` succeeds.`,
  fix: 'leave bantime.formula out, which doubles the time with every ban; or write multipliers such as 1 2 4 8',
  bad: {
    'jail.local':
      '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\nbantime.increment = true\nbantime.multipliers = 1,2,4,8\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  good: {
    'jail.local':
      '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\nbantime.increment = true\nbantime.multipliers = 1 2 4 8\nbantime.factor = 1.5\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  evidence: ['NixOS/nixpkgs#226631', 'jail.conf(5)'],
  check(model, report) {
    withReasons(model, 'value/bad-bantime-formula', numberFindings(model, 'list')).forEach(report);
  },
});
