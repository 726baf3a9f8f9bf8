import { atFile, atPosition, defineRule } from '../../src/api';

export default defineRule({
  id: 'sshd/unreadable-file',
  severity: 'warning',
  summary: 'a file of sshd that f2blint can not look into',
  why: `What such a file sets is unknown, so what f2blint says about sshd may be wrong. A link that leads out of the directory tree of an
image, a pipe or a device is not followed; of a file with NUL bytes sshd reads
something nobody meant. A template is read once it is filled in.`,
  fix: 'run f2blint as a user who may read the file; replace a binary file by a text',
  bad: { 'ssh/sshd_config': 'Port 22\n\u0000\u0001\n' },
  good: { 'ssh/sshd_config': 'Port 22\n' },
  evidence: ['sshd_config(5)'],
  check({ sshd }, report) {
    for (const { file, reason } of sshd?.walk.unread ?? []) {
      const nul = file.text.indexOf('\0');
      const line = nul < 0 ? 1 : file.text.slice(0, nul).split('\n').length;
      report({
        at: nul < 0 ? atFile(file) : atPosition(file, line, 1),
        message: `cannot be read (${reason}): what sshd makes of it is unknown`,
        ...(reason.startsWith('a template') && { severity: 'info' }),
      });
    }
  },
});
