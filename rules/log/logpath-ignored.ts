import {
  actionsThatQuoteLogs,
  atSetting,
  defineRule,
  excerpt,
  hasJournalMatch,
  isCopiedSetting,
  isPackagedFile,
  logPaths,
  readsJournal,
  removeOption,
  repeatsStock,
  setForJails,
  staleCopies,
} from '../../src/api';

export default defineRule({
  id: 'log/logpath-ignored',
  severity: 'warning',
  summary: 'a logpath in a jail that reads the journal',
  why: `With backend = systemd, which a jail often gets from [DEFAULT], fail2ban reads the journal and never opens the files of
\`logpath\`. A web server or an application that logs to files of its own is then not watched at all: the jail is up, its status shows no
failures, and nobody is ever banned.`,
  fix: 'backend = auto in the jails that read files; or remove logpath where the journal is what you want',
  bad: {
    'jail.local':
      '[DEFAULT]\nbackend = systemd\n[web]\nenabled = true\nfilter = web\njournalmatch = _COMM=web\nlogpath = /var/log/web.log\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  good: {
    'jail.local':
      '[DEFAULT]\nbackend = systemd\n[web]\nenabled = true\nfilter = web\nbackend = auto\nlogpath = /var/log/web.log\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  evidence: ['fail2ban/fail2ban#2871', 'fail2ban/fail2ban#2856', 'fail2ban/fail2ban#1283'],
  check(model, report) {
    const copies = staleCopies(model);
    for (const jail of model.jails) {
      if (!jail.enabled || jail.reading.skipped !== undefined || !readsJournal(jail)) continue;
      const { setting, result } = jail.option('logpath') ?? {};
      if (setting?.section !== jail.name || isPackagedFile(setting.file.name) || result?.kind !== 'text')
        continue;
      const [first, ...more] = logPaths(result.text);
      if (first === undefined || actionsThatQuoteLogs(jail).length > 0) continue;
      if (copies.has(setting.file) && repeatsStock(setting)) continue;
      const backend = jail.option('backend')?.setting;
      const files = more.length > 0 ? `${more.length + 1} log files` : excerpt(first.path.value);
      const instead = hasJournalMatch(jail) ? 'only what the journal has of its service' : 'only the journal';
      // a copy of jail.conf has it too, and the journal is what the filter is made for
      const isHarmless = hasJournalMatch(jail) && isCopiedSetting(setting);
      report({
        at: atSetting(setting),
        ...(isHarmless && { severity: 'info' }),
        message: `[${jail.name}] never opens ${files}: with backend = ${jail.text('backend')} it reads ${instead}`,
        jail: jail.name,
        option: 'logpath',
        fix: {
          // a filter that is made for files finds nothing in the journal
          ...(hasJournalMatch(jail)
            ? removeOption('delete this line, which nothing reads', setting)
            : setForJails(model, [jail], 'backend', 'auto', 'own')),
          decision: 'where the service logs',
        },
        related:
          backend === undefined ? [] : [{ at: atSetting(backend), message: 'the backend is set here' }],
      });
    }
  },
});
