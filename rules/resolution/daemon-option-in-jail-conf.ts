import { atSpan, collectReferences, defineRule, isKnownOption } from '../../src/api';

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
  check({ files }, report) {
    const misplaced = files
      .filter(each => each.kind === 'jail')
      .flatMap(({ file }) =>
        file.tree.sections
          .filter(section => section.name !== 'INCLUDES')
          .flatMap(section => section.options.map(option => ({ file, option }))),
      )
      .filter(({ option: { key } }) => isKnownOption('daemon', key) && !isKnownOption('jail', key));
    if (misplaced.length === 0) return;
    // jails hand their options on to filters and actions
    const references = collectReferences(files.filter(each => each.kind !== 'fail2ban'));
    for (const { file, option } of misplaced) {
      if (references.has(option.key)) continue;
      report({
        at: atSpan(file, option.keySpan),
        message: `"${option.key}" belongs in fail2ban.local: ${file.name} is for the jails, and the daemon does not read it`,
        option: option.key,
      });
    }
  },
});
