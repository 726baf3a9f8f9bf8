import { atSpan, defineRule, findUnknownOptions, renameOption } from '../../src/api';

/** Without these a jail does nothing at all, so that it makes no difference that it is disabled. */
const vital: ReadonlySet<string> = new Set(['enabled', 'backend', 'filter']);

export default defineRule({
  id: 'resolution/unknown-option',
  severity: 'warning',
  summary: 'an option whose name is nearly one that fail2ban knows',
  why: `fail2ban takes a name it doesn't know for a variable of yours and says nothing, \`fail2ban-client -t\` neither. So with
\`enable = true\` the jail stays off, with \`ignore-ip\` nobody is exempt, and with \`ports\` the ports are those of before. Names
that some value asks for, as \`%(name)s\` or \`<name>\`, are variables indeed; so are names that start with an underscore.`,
  fix: 'write the name as fail2ban spells it, or delete the line',
  bad: { 'jail.local': '[sshd]\nenabled = true\nports = 2222\n' },
  good: { 'jail.local': '[DEFAULT]\nadmin_port = 2222\n[sshd]\nenabled = true\nport = %(admin_port)s\n' },
  evidence: [
    'linuxserver/fail2ban-confs#39',
    'fail2ban/fail2ban#3736',
    'telekom-security/tpotce#1111',
    'OpenMediaVault-Plugin-Developers/openmediavault-fail2ban#25',
    'fail2ban/fail2ban#2883',
    'fail2ban/fail2ban#1991',
    'fail2ban/fail2ban#2312',
    'fail2ban/fail2ban#3572',
    'fail2ban/fail2ban#2198',
  ],
  check(model, report) {
    const disabled = new Set(model.jails.filter(jail => !jail.enabled).map(jail => jail.name));
    for (const { file, section, option, reader, suggestion } of findUnknownOptions(model)) {
      const isIdle = reader === 'jail' && disabled.has(section.name) && !vital.has(suggestion);
      report({
        at: atSpan(file, option.keySpan),
        message: `unknown option "${option.key}" in [${section.name}], which nothing reads - did you mean "${suggestion}"?`,
        ...(isIdle && { severity: 'info' }),
        option: option.key,
        fix: renameOption(file, section, option, suggestion),
      });
    }
  },
});
