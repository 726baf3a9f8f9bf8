import {
  defineRule,
  describeBanTime,
  isHandKeptList,
  isLoginJail,
  jailsByPlace,
  limitsOf,
  modeOf,
  nameJails,
  ownSetting,
  setForJails,
  standsInPackage,
} from '../../src/api';

export default defineRule({
  id: 'policy/maxretry-one',
  severity: 'warning',
  summary: 'a login jail that bans after one failure',
  why: `One typo, one old password that a phone has saved, or one key too many that ssh offers by itself, and the person is locked out,
with everybody behind the same address. In the modes ddos, extra and aggressive of the sshd filter even a connection that is closed
without a login counts, so two failures are reached by a network that drops out.`,
  fix: 'maxretry = 3 to 5, and bantime.increment = true for those who come again',
  options: {
    maxretry: {
      summary: 'failures at or below which a login jail is too strict',
      unit: 'number',
      default: 1,
      minimum: 0,
    },
  },
  bad: {
    'jail.local':
      '[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\nmaxretry = 1\nbantime = 12h\n',
    'filter.d/sshd.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  good: {
    'jail.local':
      '[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\nmaxretry = 4\nbantime = 12h\n',
    'filter.d/sshd.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  evidence: [
    'fail2ban/fail2ban#2569',
    'docker-mailserver/docker-mailserver#3256',
    'docker-mailserver/docker-mailserver#3288',
    'turnkeylinux/tracker#1398',
    'fail2ban/fail2ban#3259',
    'fail2ban/fail2ban#2976',
  ],
  check(model, report, { maxretry: least }) {
    const { jails, admin } = model;
    const strict = jails.filter(jail => {
      if (!jail.enabled || ownSetting(jail, 'maxretry') === undefined) return false;
      const maxretry = limitsOf(jail)?.maxretry;
      if (maxretry === undefined || isHandKeptList(jail) || !isLoginJail(jail)) return false;
      return maxretry <= least || (maxretry === 2 && countsConnections(modeOf(jail)));
    });
    for (const found of jailsByPlace(strict, 'maxretry')) {
      if (standsInPackage(found)) continue;
      const [first] = found.jails;
      const { maxretry, bantime } = limitsOf(first!)!;
      const failures = maxretry > 1 ? `${maxretry} failures` : '1 failure';
      const mode = countsConnections(modeOf(first!))
        ? `, and in mode ${modeOf(first!)} a connection that drops out is one`
        : '';
      report({
        at: found.place,
        message: `${nameJails(found.jails, 'bans', 'ban')} ${describeBanTime(bantime)} after ${failures}${mode}: a typo or an old saved password locks its owner out`,
        ...(found.jails.length === 1 && { jail: first!.name }),
        option: 'maxretry',
        related: found.related,
        fix: {
          ...setForJails(model, found.jails, 'maxretry', admin.limits.get('maxretry') ?? '5'),
          decision: 'how many failures ban',
        },
      });
    }
  },
});

function countsConnections(mode: string): boolean {
  return /^(?:ddos|extra|aggressive)$/.test(mode);
}
