import {
  atSetting,
  deadSettings,
  defineRule,
  excerpt,
  type Fix,
  parseBoolean,
  removeOption,
  type Setting,
} from '../../src/api';

export default defineRule({
  id: 'resolution/shadowed',
  severity: 'warning',
  summary: 'a setting that another of your files overrides',
  why: `fail2ban reads jail.conf, then jail.d/*.conf, then jail.local, then jail.d/*.local, and what is read last wins. So a file in jail.d
that ends in .conf loses against jail.local, whatever number it begins with, though people expect it to win; the line that is edited then
is the one without effect.`,
  fix: 'delete the line, or move it to the file that wins; a file in jail.d wins over jail.local if it ends in .local',
  bad: {
    'jail.local': '[web]\nenabled = false\nbantime = 10m\n',
    'jail.d/zz-web.conf': '[web]\nbantime = 1d\n',
  },
  good: {
    'jail.local': '[web]\nenabled = false\n',
    'jail.d/zz-web.conf': '[web]\nbantime = 1d\n',
  },
  evidence: ['https://serverfault.com/questions/639923', 'jail.conf(5)'],
  check(model, report) {
    for (const { setting, winner } of deadSettings(model)) {
      const { key, section, text } = setting;
      const isSame = text.value === winner.text.value;
      // a file that comes with something else is switched off in this very way
      const isSwitchedOff = key === 'enabled' && !parseBoolean(winner.text.value);
      report({
        at: atSetting(setting),
        message: `${describe(setting.key, text.value)} in [${section}] has no effect: ${winner.file.name} is read later and ${isSame ? 'says the same' : `sets ${shown(winner.text.value)}`}`,
        ...((isSame || isSwitchedOff) && { severity: 'info' }),
        ...(section !== 'DEFAULT' && { jail: section }),
        option: key,
        ...(!isSwitchedOff && { fix: deleteFix(setting, isSame) }),
        related: [{ at: atSetting(winner), message: 'this one counts' }],
      });
    }
  },
});

function deleteFix(setting: Setting, isSame: boolean): Fix {
  const fix = removeOption('delete this line', setting);
  return isSame ? fix : { ...fix, decision: 'which of the two values is meant' };
}

function describe(key: string, value: string): string {
  return value === '' || value.includes('\n') ? `"${key}"` : `${key} = ${excerpt(value)}`;
}

function shown(value: string): string {
  if (value === '') return 'it to nothing';
  return value.includes('\n') ? 'another value' : excerpt(value);
}
