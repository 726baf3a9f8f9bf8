import {
  banGrowth,
  defineRule,
  describeSeconds,
  type Fix,
  type Jail,
  jailsByPlace,
  type Model,
  nameJails,
  ownSetting,
  setForJails,
  standsInPackage,
} from '../../src/api';

const century = 100 * 365 * 86400;

export default defineRule({
  id: 'policy/increment-maxtime',
  severity: 'warning',
  summary: 'a cap on growing bans that is none, or that leaves nothing to grow',
  why: `bantime.maxtime is the longest that a ban gets. At or below bantime it takes all growth away: the tenth ban is as long as the first.
Without it a large factor goes past a human life after a few bans, which is a permanent ban by another name.`,
  fix: 'bantime.maxtime = 5w',
  bad: {
    'jail.local':
      '[DEFAULT]\nbantime = 1d\nbantime.increment = true\nbantime.maxtime = 36000\n[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\n',
    'filter.d/sshd.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  good: {
    'jail.local':
      '[DEFAULT]\nbantime = 1h\nbantime.increment = true\nbantime.maxtime = 5w\n[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\n',
    'filter.d/sshd.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  evidence: ['fail2ban/fail2ban#2115', 'sebres/fail2ban#12', 'fail2ban/fail2ban#2652'],
  check(model, report) {
    const { jails } = model;
    const growing = jails.flatMap(jail => {
      const growth = jail.enabled ? banGrowth(jail) : undefined;
      return growth === undefined ? [] : [{ jail, growth }];
    });
    const capped = growing.filter(
      ({ jail, growth }) =>
        ownSetting(jail, 'bantime.maxtime') !== undefined &&
        growth.maxtime !== undefined &&
        growth.maxtime <= growth.bantime,
    );
    for (const found of jailsByPlace(
      capped.map(({ jail }) => jail),
      'bantime.maxtime',
    )) {
      if (standsInPackage(found)) continue;
      const { maxtime, bantime } = banGrowth(found.jails[0]!)!;
      report({
        at: found.place,
        message: `no ban of ${nameJails(found.jails, '', '').trim()} ever grows: bantime.maxtime is ${describeSeconds(maxtime!)}, and bantime is ${describeSeconds(bantime)} already`,
        ...(found.jails.length === 1 && { jail: found.jails[0]!.name }),
        option: 'bantime.maxtime',
        related: found.related,
        ...(bantime < fiveWeeks && { fix: cap(model, found.jails) }),
      });
    }
    const endless = growing.filter(
      ({ growth }) => growth.maxtime === undefined && growth.banTime(6) > century,
    );
    for (const found of jailsByPlace(
      endless.map(({ jail }) => jail),
      'bantime.factor',
    )) {
      if (standsInPackage(found)) continue;
      const growth = banGrowth(found.jails[0]!)!;
      const years = Math.round(growth.banTime(6) / 31557600);
      report({
        at: found.place,
        message: `without bantime.maxtime ${nameJails(found.jails, 'bans', 'ban')} for ${years} years at the sixth time, which began with ${describeSeconds(growth.bantime)}`,
        ...(found.jails.length === 1 && { jail: found.jails[0]!.name }),
        option: 'bantime.factor',
        ...(growth.bantime < fiveWeeks && { fix: cap(model, found.jails) }),
      });
    }
  },
});

const fiveWeeks = 5 * 7 * 86400;

function cap(model: Model, jails: readonly Jail[]): Fix {
  return { ...setForJails(model, jails, 'bantime.maxtime', '5w'), decision: 'how long the longest ban is' };
}
