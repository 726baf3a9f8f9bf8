import {
  atSetting,
  defineRule,
  isIncremented,
  isPackagedFile,
  type Jail,
  ownSetting,
  type Setting,
  setJailOption,
} from '../../src/api';

export default defineRule({
  id: 'policy/increment-unused',
  severity: 'warning',
  summary: 'an option for growing bans where bans do not grow',
  why: `bantime.maxtime, factor, multipliers, formula, rndtime and overalljails say how bans grow for who comes again. They all do nothing
unless bantime.increment is true: everybody gets the same short ban each time.`,
  fix: 'add bantime.increment = true',
  bad: {
    'jail.local':
      '[DEFAULT]\nbantime = 1h\nbantime.maxtime = 5w\n[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\n',
    'filter.d/sshd.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  good: {
    'jail.local':
      '[DEFAULT]\nbantime = 1h\nbantime.increment = true\nbantime.maxtime = 5w\n[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\n',
    'filter.d/sshd.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  evidence: ['fail2ban/fail2ban#3090', 'fail2ban/fail2ban#2654'],
  check({ setup, jails }, report) {
    const { sections, defaults } = setup.jailFamily;
    for (const option of options) {
      const settings = [defaults.get(option), ...jails.map(({ name }) => sections.get(name)?.get(option))];
      for (const setting of new Set(settings)) {
        if (setting === undefined || isPackagedFile(setting.file.name)) continue;
        const reached = jails.filter(jail => jail.option(option)?.setting === setting);
        if (reached.length === 0 || reached.some(isIncremented)) continue;
        if (switchedOff(setting) || !reached.some(({ enabled }) => enabled)) continue;
        report({
          at: atSetting(setting),
          message: `${option} does nothing, as bantime.increment is not true: who comes again gets the same ban as before`,
          ...(setting.section !== 'DEFAULT' && { jail: setting.section }),
          option,
          fix: {
            title: `add bantime.increment = true to [${setting.section}]`,
            ...setJailOption(setting.section, 'bantime.increment', 'true'),
            decision: 'whether bans grow',
          },
        });
      }
    }

    /** Somebody who says no to it knows of it. */
    function switchedOff({ section }: Setting): boolean {
      const at = (jail: Jail) => section === 'DEFAULT' || jail.name === section;
      return jails.filter(at).some(jail => ownSetting(jail, 'bantime.increment') !== undefined);
    }
  },
});

const options = [
  'bantime.maxtime',
  'bantime.factor',
  'bantime.multipliers',
  'bantime.formula',
  'bantime.rndtime',
  'bantime.overalljails',
];
