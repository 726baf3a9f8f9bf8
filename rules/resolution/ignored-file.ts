import {
  atFile,
  changesOfFile,
  defineRule,
  type Fix,
  ignoredFiles,
  type Setup,
  type SourceFile,
} from '../../src/api';

export default defineRule({
  id: 'resolution/ignored-file',
  severity: 'warning',
  summary: 'a file with settings that fail2ban never reads',
  why: `fail2ban reads jail.conf, jail.local, fail2ban.conf and fail2ban.local, and of jail.d, fail2ban.d, filter.d and action.d the
files that end in .conf or .local. It doesn't mention any other: jail.d/sshd, jails.local or sshd.local beside jail.local have no effect.`,
  fix: 'give the file a name that is read, for example jail.d/NAME.local',
  bad: { 'jail.d/web': '[web]\nenabled = true\nport = http\n' },
  good: { 'jail.d/web.local': '[web]\nenabled = false\nport = http\n' },
  evidence: [
    'fail2ban/fail2ban#3091',
    'hetzneronline/community-content#378',
    'fail2ban/fail2ban#2475',
    'jail.conf(5)',
  ],
  check(model, report) {
    for (const { file, reason, isPutAside, betterName } of ignoredFiles(model)) {
      report({
        at: atFile(file),
        message: `${file.name} is never read: ${reason}`,
        ...(isPutAside && { severity: 'info' }),
        ...(betterName !== undefined && { fix: renameFix(model.setup, file, betterName) }),
      });
    }
  },
});

function renameFix({ jailFamily }: Setup, file: SourceFile, name: string): Fix {
  const isDefinition = /^(?:filter|action)\.d\//.test(name);
  const family = isDefinition ? name.replace(/\.conf$/, '') : /^(?:jail|fail2ban)/.exec(name)?.[0];
  return {
    title: `rename it to ${name}`,
    edits: [
      { kind: 'write', name: file.name, text: undefined },
      { kind: 'write', name, text: file.text },
    ],
    changes: changesOfFile(family, file, section => family === 'jail' && jailFamily.sections.has(section)),
    decision: 'whether it is to take effect',
  };
}
