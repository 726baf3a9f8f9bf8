import {
  defineRule,
  describeSeconds,
  isHandKeptList,
  isRecidive,
  jailsByPlace,
  limitsOf,
  setForJails,
  standsInPackage,
} from '../../src/api';

export default defineRule({
  id: 'policy/recidive-times',
  severity: 'warning',
  summary: 'a recidive jail that can not be reached, or that adds nothing',
  why: `recidive counts the bans of other jails. An address that is banned can not be banned again before it is free, so maxretry bans take
at least maxretry - 1 times the shortest ban; with a findtime below that nobody ever gets there. And a recidive ban that is no longer
than the one he has had already changes nothing.`,
  fix: 'raise findtime, or lower maxretry; and set bantime of recidive well above that of the other jails',
  bad: {
    'jail.local':
      '[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\nbantime = 1d\n[recidive]\nenabled = true\nfilter = recidive\nlogpath = /var/log/fail2ban.log\nfindtime = 1d\nbantime = 4w\nmaxretry = 5\n',
    'filter.d/sshd.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'filter.d/recidive.conf': '[Definition]\nfailregex = ^Ban <HOST>$\n',
  },
  good: {
    'jail.local':
      '[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\nbantime = 1h\n[recidive]\nenabled = true\nfilter = recidive\nlogpath = /var/log/fail2ban.log\nfindtime = 1w\nbantime = 4w\nmaxretry = 4\n',
    'filter.d/sshd.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'filter.d/recidive.conf': '[Definition]\nfailregex = ^Ban <HOST>$\n',
  },
  evidence: [
    'fail2ban/fail2ban#1457',
    'fail2ban/fail2ban#2619',
    'fail2ban/fail2ban#2461',
    'fail2ban/fail2ban#2197',
    'fail2ban/fail2ban#2951',
  ],
  check(model, report) {
    const { jails } = model;
    const running = jails.filter(jail => jail.enabled && jail.reading.skipped === undefined);
    const others = running.filter(jail => !isRecidive(jail) && !isHandKeptList(jail));
    const bans = others.flatMap(jail => lengthOf(limitsOf(jail)?.bantime) ?? []);
    if (bans.length === 0 || bans.length < others.length) return;
    const shortest = Math.min(...bans);
    const longest = Math.max(...bans);
    for (const jail of running.filter(isRecidive)) {
      const limits = limitsOf(jail);
      const bantime = lengthOf(limits?.bantime);
      if (limits === undefined || bantime === undefined) continue;
      const { maxretry, findtime } = limits;
      if (maxretry > 1 && shortest * (maxretry - 1) >= findtime) {
        const least = Number.isFinite(shortest)
          ? `${maxretry} bans take at least ${describeSeconds(shortest * (maxretry - 1))}`
          : 'nobody is ever free to be banned again';
        const needed = shortest * (maxretry - 1);
        tell('findtime', `bans nobody: ${least}, and findtime is ${describeSeconds(findtime)}`, needed);
      }
      if (bantime <= longest && Number.isFinite(bantime)) {
        const ordinary = Number.isFinite(longest) ? describeSeconds(longest) : 'for ever';
        tell(
          'bantime',
          `adds nothing: it bans for ${describeSeconds(bantime)}, and an ordinary ban lasts ${ordinary}`,
          longest,
        );
      }

      function tell(option: string, what: string, least: number): void {
        const longer = lengths.find(([, seconds]) => seconds > least)?.[0];
        for (const found of jailsByPlace([jail], option)) {
          if (standsInPackage(found)) continue;
          report({
            at: found.place,
            message: `[${jail.name}] ${what}`,
            jail: jail.name,
            option,
            related: found.related,
            ...(longer !== undefined && {
              fix: {
                ...setForJails(model, [jail], option, longer),
                decision: 'whom recidive bans for how long',
              },
            }),
          });
        }
      }
    }
  },
});

const week = 7 * 86400;

/** What people choose, the shortest first. */
const lengths: readonly (readonly [string, number])[] = [
  ['1w', week],
  ['5w', 5 * week],
  ['26w', 26 * week],
];

/** Seconds a ban lasts; undefined where it is none. */
function lengthOf(bantime: number | undefined): number | undefined {
  if (bantime === -1) return Number.POSITIVE_INFINITY;
  return bantime !== undefined && bantime > 0 ? bantime : undefined;
}
