import {
  atText,
  defineRule,
  excerpt,
  isIncremented,
  isPackagedFile,
  removeOption,
  valuesOf,
} from '../../src/api';

export default defineRule({
  id: 'daemon/database-off',
  severity: 'warning',
  summary: 'a database that is switched off, or kept in memory',
  why: `The database holds the running bans and how often an address was banned. Without it every restart frees everybody; with \`None\`
bantime.increment isn't available at all, of which fail2ban only writes a warning into its log.`,
  fix: 'remove the line: the packaged one is dbfile = /var/lib/fail2ban/fail2ban.sqlite3',
  bad: {
    'fail2ban.local': '[Definition]\ndbfile = None\n',
  },
  good: {
    'fail2ban.local': '[Definition]\ndbfile = /var/lib/fail2ban/fail2ban.sqlite3\n',
  },
  evidence: ['fail2ban/fail2ban#2654', 'fail2ban/fail2ban#1277'],
  check(model, report) {
    for (const { text, setting, option } of valuesOf(model, 'dbfile')) {
      if (setting === undefined || isPackagedFile(setting.file.name)) continue;
      if (!/^(?:none|:memory:)$/i.test(text.value)) continue;
      const isGrowing = model.jails.some(jail => jail.enabled && isIncremented(jail));
      const growth = !isGrowing
        ? ''
        : /^none$/i.test(text.value)
          ? ', and bantime.increment does nothing'
          : ', and growing bans begin anew';
      report({
        at: atText(text, setting),
        message: `${option} = ${excerpt(text.value)}: bans and their count are forgotten at every restart${growth}`,
        option,
        fix: {
          ...removeOption('delete this line', setting),
          decision: 'whether bans outlive a restart',
        },
      });
    }
  },
});
