import { atFile, defineRule, describeSkip, gradeByUse } from '../../src/api';

export default defineRule({
  id: 'resolution/unreadable-file',
  severity: 'error',
  summary: 'a directory, a pipe or an unreadable file in the place of a configuration file',
  why: `What stands under the name of a configuration file and can't be read counts for nothing: fail2ban writes a line to its log
and goes on without it, and \`fail2ban-client -t\` says that all is well (from 1.1.1 it fails). A directory named jail.local is what
a container engine creates where the file to mount does not exist. A file that only f2blint may not read is reported as well, as
nothing it sets could be checked.`,
  fix: 'put the file in its place, or give f2blint the right to read it',
  bad: { 'jail.local/README': 'the file to mount was not there\n' },
  good: { 'jail.d/x.conf': '[DEFAULT]\nbantime = 1h\n' },
  evidence: ['jail.conf(5)'],
  check({ setup, files }, report) {
    for (const treeFile of files) {
      const { file, isRead } = treeFile;
      const { entry, name } = file;
      if (entry.kind !== 'directory' && entry.kind !== 'unreadable') continue;
      report({
        at: atFile(file),
        message:
          entry.kind === 'directory'
            ? `${name} is a directory, not a file; ${describeSkip(setup, treeFile)}`
            : `${name} cannot be read (${entry.reason}); ${describeSkip(setup, treeFile)}, unless it may read what f2blint may not`,
        severity: gradeByUse(isRead ? 'used' : 'unused', 'error'),
      });
    }
  },
});
