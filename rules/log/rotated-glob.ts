import {
  atText,
  defineRule,
  excerpt,
  type GradedFinding,
  gradeByUse,
  isPackagedFile,
  logPaths,
  type Model,
  matchesOldLogs,
  onePerPlace,
  ownLog,
  pathMatches,
  piecesBetween,
  readsJournal,
  replaceText,
  type Setting,
  type Text,
  valuesOf,
} from '../../src/api';

export default defineRule({
  id: 'log/rotated-glob',
  severity: 'warning',
  summary: 'a log pattern that also matches rotated and compressed logs',
  why: `A pattern such as access.log* takes in access.log.1 and access.log.2.gz as well. fail2ban looks for files when it starts: it goes
through all the old ones, finds failures of last week in them, and a .gz file is so much noise that it fills fail2ban's own log with errors
about characters and keeps a processor busy. A log that is rotated later is followed by its name, so the pattern gains nothing.`,
  fix: 'end the pattern in the name of the log that is written to: access.log, or *access.log for several',
  bad: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web/access.log*\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  good: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web/*access.log\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  evidence: [
    'fail2ban/fail2ban#1248',
    'fail2ban/fail2ban#2186',
    'fail2ban/fail2ban#1843',
    'fail2ban/fail2ban#2104',
    'fail2ban/fail2ban#2473',
    'fail2ban/fail2ban#2391',
    'FreePBX/issue-tracker#185',
    'mitchellkrogza/Fail2Ban-Blacklist-JAIL-for-Repeat-Offenders-with-Perma-Extended-Banning#17',
    'mitchellkrogza/Fail2Ban-Blacklist-JAIL-for-Repeat-Offenders-with-Perma-Extended-Banning#15',
    'linuxserver/fail2ban-confs#3',
  ],
  check(model, report) {
    const findings: GradedFinding[] = [];
    for (const { text, setting, jail, use } of valuesOf(model, 'logpath')) {
      if (jail === undefined || readsJournal(jail)) continue;
      for (const { path, start, end } of logPaths(text)) {
        const [piece] = piecesBetween(text, start, end);
        const name = model.setup.sources(piece?.file ?? '')?.name ?? '';
        if (!matchesOldLogs(path.value) || isPackagedFile(name)) continue;
        const effect = path.value.endsWith('*')
          ? 'also matches rotated and compressed logs'
          : 'names logs that were rotated';
        findings.push({
          at: atText(text, setting, start, end),
          message: `logpath ${excerpt(path.value)} ${effect}: fail2ban reads what is long past again, and chokes on .gz files`,
          severity: gradeByUse(use, 'warning'),
          jail: jail.name,
          option: 'logpath',
          ...mend(model, text, setting, path.value, start, end),
        });
      }
    }
    onePerPlace(model.setup, findings).forEach(report);
  },
});

/** `access.log*` was meant to be `access.log`; what else a pattern was meant for can't be told. */
function mend(
  { setup }: Model,
  text: Text,
  setting: Setting | undefined,
  path: string,
  start: number,
  end: number,
): Pick<GradedFinding, 'fix'> {
  const { target } = ownLog(setup);
  const isOwn = target.startsWith('/') && path.endsWith('*') && pathMatches(path, target);
  const plain = isOwn ? target : /^(.*[._-]log)(?:\*|\.\*)$/s.exec(path)?.[1];
  if (plain === undefined) return {};
  const fix = replaceText(setup, `write ${excerpt(plain)}`, atText(text, setting, start, end), plain);
  return { fix: { ...fix, decision: 'which files are read' } };
}
