import {
  defineRule,
  exemptAddresses,
  isHandKeptList,
  isRecidive,
  type Jail,
  jailsByPlace,
  limitsOf,
  nameJails,
  setForJails,
} from '../../src/api';

export default defineRule({
  id: 'policy/permanent-ban',
  severity: 'warning',
  summary: 'a jail that bans for ever',
  why: `bantime = -1 never lets anybody back in. Most of the addresses that attack today belong to somebody else next month, and
one typing mistake of yours locks you out until someone frees you by hand; the list of bans only grows, and every restart has to
bring all of it back. Only -1 means for ever: with -2 and below every ban is over before it begins, so that nobody is banned.`,
  fix: 'bantime = 1d with bantime.increment = true and bantime.maxtime = 5w keeps the persistent ones out just as well',
  bad: {
    'jail.local': '[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\nbantime = -1\n',
    'filter.d/sshd.conf': '[Definition]\nfailregex = ^<HOST>$\n',
  },
  good: {
    'jail.local': '[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\nbantime = 1d\n',
    'filter.d/sshd.conf': '[Definition]\nfailregex = ^<HOST>$\n',
  },
  evidence: [
    'fail2ban/fail2ban#2641',
    'fail2ban/fail2ban#1491',
    'fail2ban/fail2ban#2569',
    'fail2ban/fail2ban#1474',
    'fail2ban/fail2ban#2951',
    'fail2ban/fail2ban#3376',
    'mitchellkrogza/apache-ultimate-bad-bot-blocker#16',
  ],
  check(model, report) {
    const { setup, jails, admin } = model;
    // who comes again is kept out for longer
    const bantimeFor = (found: readonly Jail[]) =>
      found.every(isRecidive) ? '5w' : (admin.limits.get('bantime') ?? '1d');
    const bantimeOf = new Map(jails.map(jail => [jail, jail.enabled ? limitsOf(jail)?.bantime : undefined]));
    const permanent = jails.filter(jail => bantimeOf.get(jail) === -1 && !isHandKeptList(jail));
    for (const { place, jails, related } of jailsByPlace(permanent, 'bantime')) {
      const nobodyExempt = jails.some(jail => exemptAddresses(jail, setup.release)?.length === 0);
      report({
        at: place,
        message: `${nameJails(jails, 'bans', 'ban')} for ever (bantime = ${jails[0]!.text('bantime')})${nobodyExempt ? ', and nobody is exempt' : ''}`,
        ...(!nobodyExempt && { severity: 'info' }),
        ...(jails.length === 1 && { jail: jails[0]!.name }),
        option: 'bantime',
        related,
        fix: { ...setForJails(model, jails, 'bantime', bantimeFor(jails)), decision },
      });
    }
    const futile = jails.filter(jail => (bantimeOf.get(jail) ?? 0) < -1);
    for (const { place, jails, related } of jailsByPlace(futile, 'bantime')) {
      report({
        at: place,
        message: `${nameJails(jails, 'bans', 'ban')} nobody (bantime = ${jails[0]!.text('bantime')}): below -1 every ban is over before it begins, only -1 means for ever`,
        severity: 'error',
        ...(jails.length === 1 && { jail: jails[0]!.name }),
        option: 'bantime',
        related,
        fix: { ...setForJails(model, jails, 'bantime', bantimeFor(jails)), decision },
      });
    }
  },
});

const decision = 'how long a ban lasts';
