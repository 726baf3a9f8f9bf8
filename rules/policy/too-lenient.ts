import {
  defineRule,
  describeSeconds,
  isIncremented,
  isLoginJail,
  type Jail,
  jailsByPlace,
  limitsOf,
  nameJails,
  ownSetting,
  setForJails,
  standsInPackage,
} from '../../src/api';

export default defineRule({
  id: 'policy/too-lenient',
  severity: 'warning',
  summary: 'a login jail that hardly ever stops anyone',
  why: `Guessers have time. With a hundred failures allowed, a window of a few seconds that no login with its delays can fill, or a ban that
is over before the next try would have come anyway, the jail runs and the passwords are tried all the same.`,
  fix: 'maxretry = 5, findtime = 10m or more, bantime = 10m or more',
  options: {
    maxretry: { summary: 'more failures than this are too many', unit: 'number', default: 20, minimum: 1 },
    bantime: { summary: 'shorter bans are over too soon', unit: 'seconds', default: 60, minimum: 1 },
    findtime: { summary: 'shorter windows are never filled', unit: 'seconds', default: 60, minimum: 1 },
  },
  bad: {
    'jail.local': '[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\nmaxretry = 100\n',
    'filter.d/sshd.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  good: {
    'jail.local':
      '[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\nmaxretry = 6\nfindtime = 1h\n',
    'filter.d/sshd.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  evidence: [
    'mail-in-a-box/mailinabox#1158',
    'docker-mailserver/docker-mailserver#3288',
    'mail-in-a-box/mailinabox#478',
    'fail2ban/fail2ban#2197',
    'fail2ban/fail2ban#2978',
    'fail2ban/fail2ban#2380',
    'docker-mailserver/docker-mailserver#1810',
    'docker-mailserver/docker-mailserver#200',
    'fail2ban/fail2ban#1877',
  ],
  check(model, report, options) {
    const { jails, admin } = model;
    for (const option of ['maxretry', 'findtime', 'bantime'] as const) {
      const lenient = jails.filter(jail => faultOf(jail)?.option === option);
      for (const found of jailsByPlace(lenient, option)) {
        if (standsInPackage(found)) continue;
        const [first] = found.jails;
        report({
          at: found.place,
          message: `${nameJails(found.jails, 'hardly ever stops', 'hardly ever stop')} anyone: ${faultOf(first!)!.detail}`,
          ...(found.jails.length === 1 && { jail: first!.name }),
          option,
          related: found.related,
          fix: {
            ...setForJails(model, found.jails, option, admin.limits.get(option) ?? sound[option]),
            decision: 'whom the jail stops',
          },
        });
      }
    }

    /** The first that applies, where the admin chose the value. */
    function faultOf(jail: Jail): { option: string; detail: string } | undefined {
      const limits = jail.enabled ? limitsOf(jail) : undefined;
      if (limits === undefined || !isLoginJail(jail)) return undefined;
      const { maxretry, findtime, bantime } = limits;
      const window = `${maxretry} failures within ${describeSeconds(findtime)}`;
      if (isOwn('maxretry') && maxretry > options.maxretry)
        return { option: 'maxretry', detail: `only after ${window} it bans` };
      const isShort = findtime < options.findtime && maxretry >= 3;
      if (isOwn('findtime') && findtime > 0 && (isShort || findtime / maxretry < 3))
        return { option: 'findtime', detail: `who waits between his tries never has ${window}` };
      if (isOwn('bantime') && bantime > 0 && bantime < options.bantime && !isIncremented(jail))
        return { option: 'bantime', detail: `a ban is over after ${describeSeconds(bantime)}` };
      return undefined;

      function isOwn(option: string): boolean {
        return ownSetting(jail, option) !== undefined;
      }
    }
  },
});

/** As in the jail.conf of the package. */
const sound = { maxretry: '5', findtime: '10m', bantime: '10m' } as const;
