import { defineRule, findSameWork, setJailOption } from '../../src/api';

export default defineRule({
  id: 'jail/duplicate-jail',
  severity: 'warning',
  summary: 'two jails with the same filter, log and action',
  why: `A second jail for the same service, such as [sshd-ddos] with \`filter = sshd\`, reads every line once more and counts every failure
twice over. Both ban the same addresses, and whoever unbans one in the first jail wonders why the second still keeps it out.`,
  fix: 'remove one of the two; more rules of the same filter come with mode = aggressive',
  bad: {
    'jail.local':
      '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\n[web-ddos]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  good: {
    'jail.local':
      '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\n[shop]\nenabled = true\nfilter = web\nlogpath = /var/log/shop.log\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  evidence: ['mastodon/documentation#1364', 'mastodon/documentation#943', 'fail2ban/fail2ban#4203'],
  check({ jails }, report) {
    for (const { first, second } of findSameWork(jails)) {
      const at = second.header() ?? first.header();
      if (at === undefined) continue;
      const other = second.header() && (first.header() ?? first.place('enabled'));
      report({
        at,
        message: `[${second.name}] and [${first.name}] use the same filter (${second.reading.filter?.name.value}) and log: each failure counts in both, and both ban`,
        jail: second.name,
        fix: {
          title: `disable [${second.name}]`,
          ...setJailOption(second.name, 'enabled', 'false'),
          decision: 'which of the two jails stays',
        },
        ...(other && { related: [{ at: other, message: `[${first.name}] stands here` }] }),
      });
    }
  },
});
