import { atFile, defineRule, describeSkip, gradeByUse, isNeeded, type Severity } from '../../src/api';

export default defineRule({
  id: 'resolution/unreadable-file',
  severity: 'error',
  summary: 'a directory, a pipe or an unreadable file in the place of a configuration file',
  why: `What stands under the name of a configuration file and can't be read counts for nothing: fail2ban writes a line to its log
and goes on without it, and \`fail2ban-client -t\` says that all is well (from 1.1.1 it fails). A directory named jail.local is what
a container engine creates where the file to mount does not exist. For a named pipe fail2ban waits without end. A file that only
f2blint may not read is reported as well, as nothing it sets could be checked.`,
  fix: 'put the file in its place, or give f2blint the right to read it',
  bad: { 'jail.local/README': 'the file to mount was not there\n' },
  good: { 'jail.d/x.conf': '[DEFAULT]\nbantime = 1h\n' },
  evidence: ['jail.conf(5)'],
  check({ setup, files }, report) {
    for (const treeFile of files) {
      const { entry, name } = treeFile.file;
      const at = atFile(treeFile.file);
      const grade = (severity: Severity) => gradeByUse(treeFile.isRead ? 'used' : 'unused', severity);
      if (entry.kind === 'directory') {
        const message = `${name} is a directory, not a file; ${describeSkip(setup, treeFile)}`;
        report({ at, message, severity: grade('error') });
      } else if (entry.kind === 'unreadable') {
        const skips = unreadableToAll.has(entry.reason);
        const waits = entry.reason === 'a named pipe';
        const effect = skips ? describeSkip(setup, treeFile) : waits ? waiting : unchecked;
        report({
          at,
          message: `${name}: ${entry.reason}; ${effect}`,
          severity: grade(skips || waits || isNeeded(setup, treeFile) ? 'error' : 'warning'),
        });
      }
    }
  },
});

/** What not even root can read as a file. */
const unreadableToAll: ReadonlySet<string> = new Set([
  'a socket',
  'a loop of symbolic links',
  'its name is too long',
]);
const waiting = 'fail2ban waits for somebody to write to it, and does not start before';
const unchecked = 'fail2ban may be able to read it, but f2blint is not, so nothing it sets is checked';
