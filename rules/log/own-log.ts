import {
  atText,
  defineRule,
  excerpt,
  type Fix,
  failregexOf,
  isPackagedFile,
  isRecidive,
  logPaths,
  nameJails,
  onePerPlace,
  ownLog,
  pathMatches,
  removeOption,
  type Setting,
} from '../../src/api';

export default defineRule({
  id: 'log/own-log',
  severity: 'error',
  summary: "a jail for a service that watches fail2ban's own log",
  why: `logpath = /var/log/fail2ban.log belongs to recidive, from whose section it was copied. The log of the service is never read, so the
jail finds nothing; and what fail2ban writes about its bans is looked at for failures of the service.`,
  fix: 'logpath = the log of the service, such as %(sshd_log)s',
  bad: {
    'jail.local': '[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/fail2ban.log\n',
    'filter.d/sshd.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  good: {
    'jail.local': '[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\n',
    'filter.d/sshd.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  evidence: ['fail2ban/fail2ban#2458', 'fail2ban/fail2ban#2327'],
  check({ setup, jails }, report) {
    const { target } = ownLog(setup);
    const findings = jails.flatMap(jail => {
      const logpath = jail.option('logpath');
      if (!jail.enabled || isRecidive(jail) || logpath?.result.kind !== 'text') return [];
      if ((jail.text('backend') ?? '').startsWith('systemd')) return [];
      // a copy of recidive under another name
      if (/\bBan\b|fail2ban/.test(failregexOf(jail))) return [];
      const { text } = logpath.result;
      return logPaths(text).flatMap(({ path: line, start, end }) => {
        const isOwn =
          /\/fail2ban\.log$/.test(line.value) || (target.startsWith('/') && pathMatches(line.value, target));
        if (!isOwn) return [];
        return [
          {
            at: atText(text, logpath.setting, start, end),
            message: `${nameJails([jail], 'watches', 'watch')} fail2ban's own log ${excerpt(line.value)}: it finds no failure of its service`,
            severity: 'error' as const,
            jail: jail.name,
            option: 'logpath',
            ...mend(logpath.setting, logPaths(text).length),
          },
        ];
      });
    });
    onePerPlace(setup, findings).forEach(report);
  },
});

/** Where the package names the log of the service, that counts again. */
function mend(setting: Setting | undefined, paths: number): { readonly fix?: Fix } {
  if (setting === undefined || paths > 1 || !isPackagedFile(setting.overrides?.file.name ?? '')) return {};
  const title = 'delete this line: the package names the log of the service';
  return { fix: { ...removeOption(title, setting), decision: 'which log is read' } };
}
