import { atFile, atSetting, defineRule, isPackagedFile, isStockFile, setJailOption } from '../../src/api';

export default defineRule({
  id: 'resolution/no-jail-enabled',
  severity: 'warning',
  summary: 'no jail is enabled at all',
  why: `fail2ban starts, says nothing, and watches nothing. jail.conf switches on none of its jails, and some packages switch on that of
sshd: a single \`enabled = false\`, or a fresh jail.local that only sets limits, leaves none.`,
  fix: 'enable the jails of the services that run here, [sshd] before all',
  bad: {
    'jail.conf': '[DEFAULT]\nenabled = false\n[sshd]\nport = ssh\n',
    'jail.local': '[DEFAULT]\nbantime = 1h\n',
  },
  good: {
    'jail.conf': '[DEFAULT]\nenabled = false\n[sshd]\nport = ssh\nlogpath = /var/log/auth.log\n',
    'jail.local': '[DEFAULT]\nbantime = 1h\n[sshd]\nenabled = true\n',
  },
  evidence: ['fail2ban/fail2ban#1596', 'jail.conf(5)'],
  check({ setup: { jailFamily }, jails }, report) {
    const files = [...new Set(jailFamily.files)];
    // of a part of a configuration nothing can be told
    if (jailFamily.failures.length > 0 || !files.some(file => file.name === 'jail.conf')) return;
    const own = files.filter(({ name }) => !isPackagedFile(name) && !isStockFile(name));
    const file = own.find(each => each.name === 'jail.local') ?? own.at(-1);
    if (file === undefined || jails.some(jail => jail.enabled)) return;
    const switchedOff = jails.flatMap(jail => {
      const setting = jail.option('enabled')?.setting;
      return setting !== undefined && own.includes(setting.file) ? [setting] : [];
    });
    report({
      at: atFile(file),
      message: 'no jail is enabled: fail2ban runs and watches nothing',
      ...(jails.some(jail => jail.name === 'sshd') && {
        fix: {
          title: 'switch on [sshd]',
          ...setJailOption('sshd', 'enabled', 'true'),
          decision: 'which jails are to run',
        },
      }),
      related: switchedOff.slice(0, 3).map(setting => ({ at: atSetting(setting), message: 'off here' })),
    });
  },
});
