import {
  atFile,
  defineRule,
  describeRelease,
  type Fix,
  type Model,
  reducedCopy,
  type SourceFile,
  staleCopies,
} from '../../src/api';

export default defineRule({
  id: 'resolution/stale-copy',
  severity: 'warning',
  summary: 'a copy of the stock jail.conf among your own files',
  why: `\`cp jail.conf jail.local\`, as some guides advise, pins every setting of that day. What the package changes in jail.conf from then
on (logs that moved, filters that were renamed, ports, backends) never arrives, as the copy wins, and that is the most frequent
cause of a fail2ban that doesn't start after an upgrade. Your own few settings can't be told from the hundreds of others either.`,
  fix: 'keep the settings that you changed, with the headers above them, and delete everything else',
  bad: {
    'jail.local':
      '[INCLUDES]\nbefore = paths-debian.conf\n[DEFAULT]\nignorecommand =\nfindtime = 10m\nmaxretry = 3\nbackend = auto\nusedns = warn\nlogencoding = auto\nbantime = 1d\n',
    'paths-debian.conf': '[DEFAULT]\nsshd_log = /var/log/auth.log\n',
  },
  good: { 'jail.local': '[DEFAULT]\nbantime = 1d\n' },
  evidence: [
    'fail2ban/fail2ban#3819',
    'fail2ban/fail2ban#1396',
    'fail2ban/fail2ban#1473',
    'fail2ban/fail2ban#2733',
    'fail2ban/fail2ban#2197',
    'fail2ban/fail2ban#1998',
    'fail2ban/fail2ban#2115',
    'fail2ban/fail2ban#1991',
    'fail2ban/fail2ban#1992',
    'fail2ban/fail2ban#753',
    'pbkwee/distrorejuve#6',
    'mail-in-a-box/mailinabox#486',
  ],
  check(model, report) {
    for (const { file, settings, repeated, release } of staleCopies(model).values()) {
      const share = repeated === settings ? `all its ${settings}` : `${repeated} of its ${settings}`;
      const fix = reduceFix(model, file);
      report({
        at: atFile(file),
        message: `${file.name} is a copy of a stock jail.conf: ${share} settings are as in ${describeRelease(release)}, and what later releases change there never takes effect - keep only the settings that differ`,
        ...(fix && { fix }),
      });
    }
  },
});

function reduceFix(model: Model, file: SourceFile): Fix | undefined {
  if (file.entry.kind !== 'text' || file.tree.problems.length > 0) return undefined;
  const { text, settings } = reducedCopy(model, file) ?? {};
  if (text === undefined || settings === undefined || text === file.text) return undefined;
  return {
    title:
      settings === 0
        ? 'delete the file, which says nothing of its own'
        : `keep the ${settings === 1 ? 'one setting that differs' : `${settings} settings that differ`}`,
    edits: [{ kind: 'write', name: file.name, text: settings === 0 ? undefined : text }],
    changes: [],
    decision: 'whether later releases may change the rest',
  };
}
