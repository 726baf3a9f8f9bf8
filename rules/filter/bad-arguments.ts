import { argumentsFix, defineRule, reasonsOf } from '../../src/api';

export default defineRule({
  id: 'filter/bad-arguments',
  severity: 'error',
  summary: 'arguments of a filter that fail2ban cannot read',
  why: `A filter is named as NAME[key=value, …]: every argument has a key, a value with a comma or a bracket in it needs quotes, and
nothing follows the closing bracket. Otherwise fail2ban leaves the jail out; if no other jail is sound it doesn't start at all, and
\`fail2ban-client -t\` fails in any case. 0.11 used what it could read of it.`,
  fix: 'write it as NAME[key=value, key="value with a comma, or ]"]',
  bad: {
    'jail.local': '[web]\nenabled = true\nlogpath = /var/log/web.log\nfilter = web[mode aggressive]\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  good: {
    'jail.local': '[web]\nenabled = true\nlogpath = /var/log/web.log\nfilter = web[mode=aggressive]\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  evidence: ['jail.conf(5)'],
  check(model, report) {
    const mend = (name: string | undefined) => {
      const jail = model.jails.find(each => each.name === name);
      return jail && argumentsFix(model, jail, 'filter');
    };
    reasonsOf(model, 'filter/bad-arguments', ({ jail }) => mend(jail)).forEach(report);
  },
});
