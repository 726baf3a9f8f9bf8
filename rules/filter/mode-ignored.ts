import {
  addArgument,
  atSetting,
  defineRule,
  type Fix,
  hasModes,
  isFromStock,
  type Jail,
  quote,
  removeOption,
  type Setting,
  type Setup,
} from '../../src/api';

export default defineRule({
  id: 'filter/mode-ignored',
  severity: 'warning',
  summary: 'a mode that never reaches the filter',
  why: `\`mode\` is no option of fail2ban but a variable, and it works because the stock line \`filter = %(__name__)s[mode=%(mode)s]\` passes it on.
A jail with a filter line of its own, which nearly every guide has, drops it: \`mode = aggressive\` is written, and the filter runs in its
normal mode.`,
  fix: 'remove the filter line where it only repeats the name of the jail, else write filter = NAME[mode=%(mode)s]',
  bad: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nmode = extra\nlogpath = /var/log/web.log\n',
    'filter.d/web.conf':
      '[Definition]\nmode = normal\nmdre-normal = ^bad login from <HOST>$\nmdre-extra = ^bad word from <HOST>$\nfailregex = <mdre-<mode>>\n',
  },
  good: {
    'jail.local':
      '[web]\nenabled = true\nfilter = web[mode=%(mode)s]\nmode = extra\nlogpath = /var/log/web.log\n',
    'filter.d/web.conf':
      '[Definition]\nmode = normal\nmdre-normal = ^bad login from <HOST>$\nmdre-extra = ^bad word from <HOST>$\nfailregex = <mdre-<mode>>\n',
  },
  evidence: [
    'fail2ban/fail2ban#4028',
    'fail2ban/fail2ban#3041',
    'fail2ban/fail2ban#1719',
    'mastodon/documentation#1364',
  ],
  check({ setup, jails }, report) {
    for (const jail of jails) {
      const { name, reading } = jail;
      const { setting } = jail.option('mode') ?? {};
      const mode = jail.text('mode');
      const filterLine = jail.option('filter');
      if (reading.filter === undefined || setting?.section !== name || mode === undefined) continue;
      if (isFromStock(setup, setting.text) || reading.filter.parameters.has('mode')) continue;
      const { isKnown, own } = hasModes(reading.filter);
      if (!isKnown || mode === own) continue;
      const written = filterLine?.raw.value ?? '';
      const fix = filterLine?.setting && passOnFix(setup, jail, filterLine.setting);
      report({
        at: atSetting(setting),
        message: `mode = ${mode} in [${name}] is ignored, because filter = ${written} does not pass it on with [mode=%(mode)s]${own === undefined ? '' : `: the filter runs in its mode ${quote(own)}`}`,
        jail: name,
        option: 'mode',
        ...(filterLine?.setting && {
          related: [{ at: atSetting(filterLine.setting), message: 'the filter is set here' }],
        }),
        ...(fix && { fix }),
      });
    }
  },
});

/** The line goes where it only says what the jail would have without it. */
function passOnFix(setup: Setup, jail: Jail, setting: Setting): Fix | undefined {
  const call = jail.option('filter')?.result;
  const name = jail.reading.filter?.name.value;
  if (call?.kind !== 'text' || setting.section !== jail.name || name === undefined) return undefined;
  const below = jail.option('filter')?.shadowed().at(-1);
  const stock = /^%\(__name__\)s\[mode=%\(mode\)s\]$/;
  if (call.text.value === jail.name && below !== undefined && stock.test(below.text.value))
    return removeOption(`delete the line filter = ${name}`, setting);
  return addArgument(setup, `write filter = ${name}[mode=%(mode)s]`, call.text, 'mode=%(mode)s');
}
