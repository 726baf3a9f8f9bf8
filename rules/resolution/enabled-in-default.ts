import {
  adminSections,
  atSetting,
  defineRule,
  effectiveOption,
  type Fix,
  isPackagedFile,
  type Jail,
  type Model,
  parseBoolean,
  removeOption,
  type Setting,
  setJailOption,
  together,
} from '../../src/api';

export default defineRule({
  id: 'resolution/enabled-in-default',
  severity: 'error',
  summary: '`enabled = true` in [DEFAULT]',
  why: `[DEFAULT] holds for every section of every file, and jail.conf has some ninety: all their jails are on then, those of services
that were never installed too. fail2ban doesn't start, as it finds no log file for most of them; where it finds them, each jail costs
time for every line.`,
  fix: 'delete it, and write enabled = true below the name of each jail that is meant',
  bad: {
    'jail.conf':
      '[web]\nfilter = web\nlogpath = /var/log/web.log\n[shop]\nfilter = web\nlogpath = /var/log/shop.log\n',
    'jail.local': '[DEFAULT]\nenabled = true\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  good: {
    'jail.conf':
      '[web]\nfilter = web\nlogpath = /var/log/web.log\n[shop]\nfilter = web\nlogpath = /var/log/shop.log\n',
    'jail.local': '[web]\nenabled = true\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  evidence: [
    'fail2ban/fail2ban#3344',
    'fail2ban/fail2ban#1711',
    'fail2ban/fail2ban#853',
    'fail2ban/fail2ban#2204',
    'fail2ban/fail2ban#762',
    'mitchellkrogza/apache-ultimate-bad-bot-blocker#114',
  ],
  check(model, report) {
    const { setup, files, jails } = model;
    const effective = effectiveOption(setup.jailLookup, 'DEFAULT', 'enabled');
    if (effective?.setting === undefined || effective.result.kind !== 'text') return;
    if (!parseBoolean(effective.result.text.value)) return;
    const inherit = jails.filter(
      jail => jail.enabled && jail.option('enabled')?.setting?.section === 'DEFAULT',
    );
    // without jail.conf it can't be told how many there are
    const isWhole = files.some(({ file, kind }) => kind === 'jail' && isPackagedFile(file.name));
    if (isWhole && inherit.length === 0) return;
    const which = !isWhole
      ? 'every jail of jail.conf'
      : inherit.length === 1
        ? `[${inherit[0]!.name}]`
        : `all ${inherit.length} jails that do not say otherwise (${inherit
            .slice(0, 3)
            .map(jail => jail.name)
            .join(', ')}${inherit.length > 3 ? ', …' : ''})`;
    const fix = isWhole ? chooseFix(model, effective.setting, inherit) : undefined;
    report({
      at: atSetting(effective.setting),
      message: `"enabled" in [DEFAULT] switches on ${which}; fail2ban does not start if one of them has no log file`,
      option: 'enabled',
      ...(fix && { fix }),
    });
  },
});

/** Meant are the jails that the admin has set up; where there are none that of ssh, which runs on nearly every host. */
function chooseFix(model: Model, setting: Setting, inherit: readonly Jail[]): Fix | undefined {
  if (isPackagedFile(setting.file.name)) return undefined;
  const sections = adminSections(model);
  const setUp = inherit.filter(({ name }) => sections.has(name));
  const chosen = setUp.length > 0 ? setUp : inherit.filter(({ name }) => name === 'sshd');
  if (chosen.length === 0) return undefined;
  const removed = removeOption('', setting);
  const names = chosen.map(({ name }) => `[${name}]`).join(', ');
  return together(
    `delete this line, and switch on ${names}`,
    [removed, ...chosen.map(({ name }) => setJailOption(name, 'enabled', 'true'))],
    'which jails are to run',
  );
}
