import {
  atSetting,
  banGrowth,
  defineRule,
  describeSeconds,
  type Fix,
  isPackagedFile,
  type Jail,
  ownSetting,
  parseTime,
} from '../../src/api';

const day = 86400;

export default defineRule({
  id: 'policy/dbpurgeage-too-short',
  severity: 'info',
  summary: 'a history that is forgotten before the bans that build on it have grown',
  why: `bantime.increment counts the bans of an address in the database. fail2ban deletes an address once its last ban began longer ago
than dbpurgeage and three times that ban, so who comes back after a few days begins with the shortest ban again. Running bans
are not lost by that since fail2ban 0.11.`,
  fix: 'in fail2ban.local: [DEFAULT] dbpurgeage = bantime.maxtime and a day',
  bad: {
    'jail.local':
      '[DEFAULT]\nbantime = 1h\nbantime.increment = true\nbantime.maxtime = 4w\n[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\n',
    'filter.d/sshd.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  good: {
    'jail.local':
      '[DEFAULT]\nbantime = 1h\nbantime.increment = true\nbantime.maxtime = 4w\n[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\n',
    'fail2ban.local': '[Definition]\ndbpurgeage = 5w\n',
    'filter.d/sshd.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  evidence: [
    'fail2ban/fail2ban#964',
    'fail2ban/fail2ban#1315',
    'debops/debops#145',
    'fail2ban/fail2ban#1048',
    'fail2ban/fail2ban#2619',
  ],
  check({ setup, jails }, report) {
    const read = setup.daemon.options.get('dbpurgeage');
    const text = read?.value.text?.value;
    const time = parseTime(text === undefined || text === '' ? '1d' : text);
    if (time.kind !== 'seconds' || time.seconds > day) return;
    const longer = jails.filter(jail => {
      const maxtime = jail.enabled ? banGrowth(jail)?.maxtime : undefined;
      return maxtime !== undefined && maxtime > Math.max(time.seconds, banGrowth(jail)!.bantime);
    });
    const [longest] = longer.sort((a, b) => maxtimeOf(b) - maxtimeOf(a));
    if (longest === undefined) return;
    const setting = [read?.setting, ownSetting(longest, 'bantime.maxtime')].find(
      each => each !== undefined && !isPackagedFile(each.file.name),
    );
    if (setting === undefined) return;
    const stay = `an address that stays away for ${describeSeconds(time.seconds)} and three times its last ban is forgotten`;
    report({
      at: atSetting(setting),
      message: `bans grow to ${describeSeconds(maxtimeOf(longest))}, but with dbpurgeage = ${text ?? '1d'} ${stay}, and begins with the shortest ban again`,
      ...(setting === read?.setting && time.seconds < day && { severity: 'warning' }),
      option: setting.option.key,
      fix: keepFor(Math.ceil(maxtimeOf(longest) / day) + 1, read?.setting?.section ?? 'DEFAULT'),
    });
  },
});

function maxtimeOf(jail: Jail): number {
  return banGrowth(jail)?.maxtime ?? 0;
}

function keepFor(days: number, section: string): Fix {
  const value = `${days}d`;
  return {
    title: `keep old bans for longer: dbpurgeage = ${value} in fail2ban.local`,
    edits: [{ kind: 'set', family: 'fail2ban', section, option: 'dbpurgeage', value }],
    changes: [{ family: 'fail2ban', section, option: 'dbpurgeage', to: value }],
    decision: 'how long fail2ban remembers',
  };
}
