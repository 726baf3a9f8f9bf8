import {
  atSpan,
  collectReferences,
  defineRule,
  type Fix,
  isKnownOption,
  isPackagedFile,
  moveSection,
  removeOption,
  type Setting,
  type Setup,
  settingOf,
} from '../../src/api';

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
  check({ files, setup }, report) {
    const daemonFiles = files.filter(each => each.kind === 'fail2ban');
    const references = collectReferences(daemonFiles);
    for (const { file } of daemonFiles) {
      for (const section of file.tree.sections) {
        const { name, header, options } = section;
        if (!ownSections.has(name.toLowerCase())) {
          const moved = isPackagedFile(file.name)
            ? undefined
            : moveSection(setup, file, section, 'jail.local');
          report({
            at: atSpan(file, header),
            message: `[${name}] has no effect in ${file.name}, which is for the daemon alone: jails are set up in jail.local`,
            ...(moved && { fix: { title: `move [${name}] to jail.local`, ...moved, decision } }),
          });
          continue;
        }
        for (const option of options) {
          const { key, keySpan } = option;
          if (!isKnownOption('jail', key) || isKnownOption('daemon', key) || references.has(key)) continue;
          report({
            at: atSpan(file, keySpan),
            message: `"${key}" belongs in jail.local: ${file.name} is for the daemon alone, no jail reads it`,
            option: key,
            ...(!isPackagedFile(file.name) && { fix: moveFix(setup, settingOf(file, section, option)) }),
          });
        }
      }
    }
  },
});

const decision = 'whether it is to take effect';

function moveFix({ jailFamily }: Setup, setting: Setting): Fix {
  const { key: option, text } = setting;
  const inForce = jailFamily.defaults.get(option);
  const removed = removeOption('delete this line, as the files of the jails set it', setting);
  if (inForce !== undefined && !isPackagedFile(inForce.file.name)) return removed;
  return {
    title: `move ${option} to [DEFAULT] of jail.local`,
    edits: [...removed.edits, { kind: 'set', family: 'jail', section: 'DEFAULT', option, value: text.value }],
    changes: [...removed.changes, { family: 'jail', section: 'DEFAULT', option }],
    decision,
  };
}
