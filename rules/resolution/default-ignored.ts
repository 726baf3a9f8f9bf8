import {
  atSetting,
  defineRule,
  excerpt,
  type Fix,
  ignoredDefaults,
  type Jail,
  nameJails,
  type Setting,
  type Severity,
} from '../../src/api';

/** jail.conf tunes the limits of some jails on purpose. */
const severities: ReadonlyMap<string, Severity> = new Map([
  ...['port', 'logpath', 'backend', 'banaction'].map(option => [option, 'warning'] as const),
  ...['maxretry', 'findtime', 'bantime'].map(option => [option, 'info'] as const),
]);

export default defineRule({
  id: 'resolution/default-ignored',
  severity: 'warning',
  summary: 'a setting in [DEFAULT] that does not reach a jail you enabled',
  why: `What jail.conf sets in the section of a jail wins over [DEFAULT] of every file, jail.local too. Nearly every jail of jail.conf has
a \`port\` and a \`logpath\` of its own, some a \`backend\` or limits: \`port = 2222\` in [DEFAULT] leaves [sshd] at port ssh.`,
  fix: 'set it in the section of the jail',
  bad: {
    'jail.conf': '[DEFAULT]\nport = 0:65535\n[sshd]\nport = ssh\nlogpath = /var/log/auth.log\n',
    'jail.local': '[DEFAULT]\nport = 2222\n[sshd]\nenabled = true\n',
  },
  good: {
    'jail.conf': '[DEFAULT]\nport = 0:65535\n[sshd]\nport = ssh\nlogpath = /var/log/auth.log\n',
    'jail.local': '[sshd]\nenabled = true\nport = 2222\n',
  },
  evidence: [
    'mail-in-a-box/mailinabox#486',
    'geerlingguy/ansible-role-security#122',
    'fail2ban/fail2ban#2871',
  ],
  check(model, report) {
    for (const { setting, jails } of ignoredDefaults(model, severities.keys())) {
      const { key } = setting;
      // an action that bans all ports is another choice than the usual one
      const missed = key === 'banaction' ? jails.filter(jail => !isReference(jail, key)) : jails;
      const [first] = missed;
      if (first === undefined) continue;
      const own = first.option(key)!.setting!;
      const keeps = missed.length === 1 ? `keeps ${excerpt(first.text(key) ?? '')}` : 'keep their own';
      report({
        at: atSetting(setting),
        message: `${key} = ${excerpt(setting.text.value)} in [DEFAULT] does not reach all jails: ${nameJails(missed, keeps, keeps)}, as ${own.file.name} sets it in the jail`,
        severity: severities.get(key)!,
        ...(missed.length === 1 && { jail: first.name }),
        option: key,
        fix: setFix(setting, missed),
        related: missed
          .slice(0, 3)
          .map(jail => ({ at: atSetting(jail.option(key)!.setting!), message: 'wins over [DEFAULT]' })),
      });
    }
  },
});

function isReference(jail: Jail, option: string): boolean {
  return jail.option(option)?.raw.value.includes('%(') ?? false;
}

function setFix({ key: option, text }: Setting, jails: readonly Jail[]): Fix {
  const where = jails.length === 1 ? `[${jails[0]!.name}]` : `these ${jails.length} jails`;
  return {
    title: `set it in ${where} as well`,
    edits: jails.map(({ name }) => ({
      kind: 'set',
      family: 'jail',
      section: name,
      option,
      value: text.value,
    })),
    changes: jails.map(({ name }) => ({ family: 'jail', section: name, option })),
    decision: 'whether it is meant for these jails',
  };
}
