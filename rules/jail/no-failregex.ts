import {
  atSetting,
  defineRule,
  failregexOf,
  type GradedFinding,
  isBannedByHand,
  isFromStock,
  type Jail,
  type Model,
  onePerPlace,
} from '../../src/api';

export default defineRule({
  id: 'jail/no-failregex',
  severity: 'error',
  summary: 'a jail that looks for nothing',
  why: `Without a failregex a jail reads its log and never finds a failure, and fail2ban says so in a line of its log that is easily missed. It
happens when all lines of the list are commented out, when the option is misspelt, or when a jail names a filter that others only include.`,
  fix: 'put the regexes into the filter; write filter = with nothing behind it for a jail that only bans by hand',
  bad: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\n',
    'filter.d/web.conf': '[Definition]\nfailregex =\n#           ^bad login from <HOST>$\n',
  },
  good: {
    'jail.local':
      '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\n[manual]\nenabled = true\nfilter =\n',
    'filter.d/web.conf': '[Definition]\nfailregex =\n            ^bad login from <HOST>$\n',
  },
  evidence: ['fail2ban/fail2ban#3108'],
  check(model, report) {
    onePerPlace(
      model.setup,
      model.jails.flatMap(jail => checkJail(model, jail)),
    ).forEach(report);
  },
});

function checkJail({ setup }: Model, jail: Jail): readonly GradedFinding[] {
  const { name, enabled, reading } = jail;
  const { filter, skipped, errors } = reading;
  if (!enabled || skipped !== undefined || filter === undefined || failregexOf(jail).trim() !== '') return [];
  // other rules speak of values that can't be put together, and of a filter without [Definition]
  const { sections, failures } = filter.family;
  const definition = sections.get('Definition');
  if (errors.length > 0 || failures.length > 0 || definition === undefined || isBannedByHand(jail)) return [];
  const setting = jail.option('failregex')?.setting ?? definition.get('failregex');
  const isWritten =
    setting !== undefined && !isFromStock(setup, setting.text) && setting.file.entry.kind === 'text';
  const at = isWritten ? atSetting(setting) : (jail.header() ?? jail.place('filter'));
  if (at === undefined) return [];
  const cause = setting === undefined ? `filter ${filter.name.value} sets none` : 'the list is empty';
  return [
    {
      at,
      message: `[${name}] has no failregex, so it can never find a failure (${cause})`,
      severity: 'error',
      jail: name,
      option: 'failregex',
    },
  ];
}
