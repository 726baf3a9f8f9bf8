import { defineRule, jailsByPlace, nameJails, ownSetting, setForJails, standsInPackage } from '../../src/api';

export default defineRule({
  id: 'log/usedns-yes',
  severity: 'warning',
  summary: 'names in logs that are looked up, and what comes out is banned',
  why: `Whoever owns a name decides to which address it leads. With usedns = yes he has fail2ban ban any address he likes, and each lookup
holds up the reading of the log. \`warn\`, the default, does the same but says so in the log.`,
  fix: 'usedns = no',
  bad: {
    'jail.local':
      '[DEFAULT]\nusedns = yes\n[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\n',
    'filter.d/sshd.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  good: {
    'jail.local':
      '[DEFAULT]\nusedns = no\n[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\n',
    'filter.d/sshd.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  evidence: [
    'mail-in-a-box/mailinabox#538',
    'fail2ban/fail2ban#2667',
    'fail2ban/fail2ban#1808',
    'fail2ban/fail2ban#4145',
    'fail2ban/fail2ban#2001',
    'debops/debops#766',
    'jail.conf(5)',
  ],
  check(model, report) {
    const { jails } = model;
    const looking = jails.filter(
      jail =>
        jail.enabled &&
        jail.text('usedns')?.toLowerCase() === 'yes' &&
        ownSetting(jail, 'usedns') !== undefined,
    );
    for (const found of jailsByPlace(looking, 'usedns')) {
      if (standsInPackage(found)) continue;
      report({
        at: found.place,
        message:
          `${nameJails(found.jails, 'looks', 'look')} up names it finds in logs and ${found.jails.length > 1 ? 'ban' : 'bans'} what comes out (usedns = yes): who owns a name has others banned`.replace(
            'names it finds',
            found.jails.length > 1 ? 'names they find' : 'names it finds',
          ),
        ...(found.jails.length === 1 && { jail: found.jails[0]!.name }),
        option: 'usedns',
        related: found.related,
        fix: { ...setForJails(model, found.jails, 'usedns', 'no'), decision: 'whether names in logs count' },
      });
    }
  },
});
