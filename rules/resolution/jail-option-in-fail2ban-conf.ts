import { atSpan, collectReferences, defineRule, isKnownOption } from '../../src/api';

const ownSections: ReadonlySet<string> = new Set(['default', 'definition', 'thread', 'includes', 'include']);

export default defineRule({
  id: 'resolution/jail-option-in-fail2ban-conf',
  severity: 'warning',
  summary: 'settings of jails in fail2ban.conf, fail2ban.local or fail2ban.d',
  why: `fail2ban.conf and its kin are for the daemon alone: its log, socket and database. The jails are read from
jail.conf, jail.local and jail.d, and from nothing else, so that \`maxretry\`, \`bantime\` or \`ignoreip\` written here
change nothing. The name of the file misleads, and some guides say that the limits are set in it.`,
  fix: 'move it to jail.local: below [DEFAULT] for all jails, below the name of a jail for one',
  bad: { 'fail2ban.local': '[Definition]\nloglevel = INFO\nmaxretry = 10\n' },
  good: {
    'fail2ban.local': '[Definition]\nloglevel = INFO\n',
    'jail.local': '[DEFAULT]\nmaxretry = 10\n',
  },
  evidence: ['robertdebock/ansible-role-fail2ban#15', 'jail.conf(5)'],
  check({ files }, report) {
    const daemonFiles = files.filter(each => each.kind === 'fail2ban');
    const references = collectReferences(daemonFiles);
    for (const { file } of daemonFiles) {
      for (const { name, header, options } of file.tree.sections) {
        if (!ownSections.has(name.toLowerCase())) {
          report({
            at: atSpan(file, header),
            message: `[${name}] has no effect in ${file.name}, which is for the daemon alone: jails are set up in jail.local`,
          });
          continue;
        }
        for (const { key, keySpan } of options) {
          if (!isKnownOption('jail', key) || isKnownOption('daemon', key) || references.has(key)) continue;
          report({
            at: atSpan(file, keySpan),
            message: `"${key}" belongs in jail.local: ${file.name} is for the daemon alone, no jail reads it`,
            option: key,
          });
        }
      }
    }
  },
});
