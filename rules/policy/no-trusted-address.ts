import {
  defineRule,
  describeBanTime,
  exemptAddresses,
  exemptNetworks,
  guardsAdminLogin,
  jailsByPlace,
  limitsOf,
  nameJails,
  standsInPackage,
} from '../../src/api';

export default defineRule({
  id: 'policy/no-trusted-address',
  severity: 'info',
  summary: 'long bans on the login of the admin, and no address exempt',
  why: `The admin's own address is banned like any other: a wrong key, a script with an old password, and the way in is closed for a day or
more, often the only one. One address or network in ignoreip that nobody else has keeps it open.`,
  fix: 'ignoreip = 127.0.0.1/8 ::1 and the network you log in from',
  options: {
    bantime: { summary: 'bans from this length on are long', unit: 'seconds', default: 86400, minimum: 1 },
  },
  bad: {
    'jail.local': '[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\nbantime = 2d\n',
    'filter.d/sshd.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  good: {
    'jail.local':
      '[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\nbantime = 2d\nignoreip = 127.0.0.1/8 ::1 198.51.100.7\n',
    'filter.d/sshd.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  evidence: [
    'YunoHost/issues#2420',
    'mitchellkrogza/Fail2Ban-Blacklist-JAIL-for-Repeat-Offenders-with-Perma-Extended-Banning#8',
    'turnkeylinux/tracker#1398',
    'bunkerity/bunkerweb#66',
    'fail2ban/fail2ban#1280',
    'https://sherafy.com',
  ],
  check(model, report, { bantime: long }) {
    const { setup, jails } = model;
    const exposed = jails.filter(jail => {
      if (!jail.enabled || !guardsAdminLogin(jail)) return false;
      // a ban for ever is told by policy/permanent-ban, with the same advice
      if ((limitsOf(jail)?.bantime ?? 0) < long) return false;
      if ((jail.text('ignorecommand') ?? '') !== '') return false;
      return exemptAddresses(jail, setup.release)?.length === 0;
    });
    for (const found of jailsByPlace(exposed, 'ignoreip')) {
      if (standsInPackage(found)) continue;
      const [first] = found.jails;
      const fix = exemptNetworks(model, found.jails);
      report({
        at: found.place,
        message: `${nameJails(found.jails, 'bans', 'ban')} ${describeBanTime(limitsOf(first!)!.bantime)} and nobody is exempt: a mistake of your own locks you out for as long`,
        ...(found.jails.length === 1 && { jail: first!.name }),
        option: 'ignoreip',
        ...(fix && { fix }),
      });
    }
  },
});
