import {
  atSpan,
  collectReferences,
  defineRule,
  type Fix,
  isKnownOption,
  isPackagedFile,
  removeOption,
  type Setting,
  type Setup,
  settingOf,
} from '../../src/api';

export default defineRule({
  id: 'resolution/daemon-option-in-jail-conf',
  severity: 'warning',
  summary: 'settings of the daemon in jail.local or jail.d',
  why: `The log, the socket and the database belong to the daemon, which reads fail2ban.conf, fail2ban.local and fail2ban.d and nothing
else. In the files of the jails \`loglevel\`, \`logtarget\`, \`dbfile\` or \`dbpurgeage\` are variables that nobody asks for: the log stays
where it is, and bans are forgotten after a day as before.`,
  fix: 'move it to fail2ban.local, below [DEFAULT] or [Definition]',
  bad: { 'jail.local': '[DEFAULT]\nbantime = 1w\ndbpurgeage = 8d\n' },
  good: {
    'jail.local': '[DEFAULT]\nbantime = 1w\n',
    'fail2ban.local': '[DEFAULT]\ndbpurgeage = 8d\n',
  },
  evidence: ['fail2ban/fail2ban#1048', 'jail.conf(5)'],
  check({ files, setup }, report) {
    const misplaced = files
      .filter(each => each.kind === 'jail')
      .flatMap(({ file }) =>
        file.tree.sections
          .filter(section => section.name !== 'INCLUDES')
          .flatMap(section => section.options.map(option => ({ file, option, section }))),
      )
      .filter(({ option: { key } }) => isKnownOption('daemon', key) && !isKnownOption('jail', key));
    if (misplaced.length === 0) return;
    // jails hand their options on to filters and actions
    const references = collectReferences(files.filter(each => each.kind !== 'fail2ban'));
    for (const { file, option, section } of misplaced) {
      if (references.has(option.key)) continue;
      report({
        at: atSpan(file, option.keySpan),
        message: `"${option.key}" belongs in fail2ban.local: ${file.name} is for the jails, and the daemon does not read it`,
        option: option.key,
        ...(!isPackagedFile(file.name) && { fix: moveFix(setup, settingOf(file, section, option)) }),
      });
    }
  },
});

function moveFix({ daemon: { family } }: Setup, setting: Setting): Fix {
  const { key: option, text } = setting;
  const definition = family.sections.get('Definition')?.get(option);
  const inForce = definition ?? family.defaults.get(option);
  const removed = removeOption('delete this line, as fail2ban.local sets it', setting);
  if (inForce !== undefined && !isPackagedFile(inForce.file.name)) return removed;
  const section = definition === undefined ? 'DEFAULT' : 'Definition';
  return {
    title: `move ${option} to fail2ban.local`,
    edits: [...removed.edits, { kind: 'set', family: 'fail2ban', section, option, value: text.value }],
    changes: [...removed.changes, { family: 'fail2ban', section, option }],
    decision: 'whether it is to take effect',
  };
}
