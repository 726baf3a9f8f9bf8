import { rules } from '../../rules/index';
import { changeSettings, type Wish } from '../../src/fix/change-settings';
import { createWorkbench } from '../../src/fix/state';
import { readExample } from '../../src/lint/example';
import type { ExampleTree } from '../../src/lint/rule';
import { valueText } from '../../src/resolve/effective-values';

const tree = {
  'jail.conf':
    '[DEFAULT]\nbantime = 10m\naction = drop\n[web]\nfilter = web\nlogpath = /var/log/web.log\n[mail]\nfilter = web\nlogpath = /var/log/mail.log\nbantime = 1h\n',
  'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  'action.d/drop.conf': '[Definition]\nactionban = drop <ip>\nactionunban = undrop <ip>\n',
};
const header =
  '# settings of this host: they win over jail.conf, which the package replaces at every upgrade\n\n';

/** The files that are different, or why nothing is changed. */
function change(files: ExampleTree, ...wishes: Wish[]): unknown {
  const { snapshot, config } = readExample({ ...tree, ...files }, rules);
  const outcome = changeSettings(createWorkbench(snapshot, config), wishes);
  if (outcome.kind === 'refused') return outcome.why;
  return Object.fromEntries(
    [...outcome.state.texts].map(([path, text]) => [path.slice('/etc/fail2ban/'.length), text]),
  );
}

const set = (section: string, option: string, value: string): Wish => ({ section, option, value });
const unset = (section: string, option: string): Wish => ({ section, option, value: undefined });

describe('a setting is written where it wins', () => {
  test.each<readonly [string, ExampleTree, Wish, Record<string, string>]>([
    [
      'in a new jail.local',
      {},
      set('web', 'bantime', '1h'),
      { 'jail.local': `${header}[web]\nbantime = 1h\n` },
    ],
    [
      'in the section of jail.local, in its manner',
      { 'jail.local': '[web]\n# ours\nmaxretry=3\n\n[mail]\n' },
      set('web', 'bantime', '1h'),
      { 'jail.local': '[web]\n# ours\nmaxretry=3\nbantime=1h\n\n[mail]\n' },
    ],
    [
      'over the value in force, comment and line ends kept',
      { 'jail.local': '[web]\r\nbantime : 2h ; why\r\n' },
      set('web', 'bantime', '1h'),
      { 'jail.local': '[web]\r\nbantime : 1h ; why\r\n' },
    ],
    [
      'in the file that wins over jail.local',
      { 'jail.local': '[web]\nbantime = 2h\n', 'jail.d/z.local': '[web]\nbantime = 3h\n' },
      set('web', 'bantime', '1h'),
      { 'jail.d/z.local': '[web]\nbantime = 1h\n' },
    ],
    [
      'in the drop-in that has the section',
      { 'jail.d/web.conf': '[web]\nenabled = true' },
      set('web', 'bantime', '1h'),
      { 'jail.d/web.conf': '[web]\nenabled = true\nbantime = 1h\n' },
    ],
    [
      'behind a file without a last line end',
      { 'jail.local': '[mail]\nmaxretry = 3' },
      set('web', 'bantime', '1h'),
      { 'jail.local': '[mail]\nmaxretry = 3\n\n[web]\nbantime = 1h\n' },
    ],
    [
      'with its percent signs',
      {},
      set('web', 'sender', '50%'),
      { 'jail.local': `${header}[web]\nsender = 50%%\n` },
    ],
    [
      'on several lines',
      {},
      set('web', 'logpath', '/var/log/a.log\n/var/log/b.log'),
      { 'jail.local': `${header}[web]\nlogpath = /var/log/a.log\n    /var/log/b.log\n` },
    ],
  ])('%s', (_, files, wish, expected) => expect(change(files, wish)).toEqual(expected));
});

test('several settings go below one header', () => {
  const wishes = [
    set('web', 'bantime', '1h'),
    set('web', 'maxretry', '4'),
    set('DEFAULT', 'findtime', '20m'),
  ];
  expect(change({}, ...wishes)).toEqual({
    'jail.local': `${header}[web]\nbantime = 1h\nmaxretry = 4\n\n[DEFAULT]\nfindtime = 20m\n`,
  });
});

test('what is unset goes from every file of the admin', () => {
  const files = {
    'jail.local': '[web]\nbantime = 2h\n# x\nmaxretry = 3\n',
    'jail.d/z.local': '[web]\nbantime = 3h\n',
  };
  expect(change(files, unset('web', 'bantime'))).toEqual({
    'jail.local': '[web]\n# x\nmaxretry = 3\n',
    'jail.d/z.local': '[web]\n',
  });
});

test.each<readonly [string, ExampleTree, Wish, RegExp]>([
  [
    'a value the dialect can not hold',
    {},
    set('web', 'sender', 'a ; b'),
    /^sender in \[web\] would be "a", not "a ; b"/,
  ],
  ['white space at an end', {}, set('web', 'sender', ' a'), /would be "a", not " a"/],
  [
    'a value fail2ban refuses, of a jail that is off',
    {},
    set('web', 'maxretry', 'many'),
    /^value\/wrong-type: maxretry = "many"/,
  ],
  ['the same in [DEFAULT]', {}, set('DEFAULT', 'findtime', 'soon'), /^value\/bad-time: findtime = "soon"/],
  [
    'one refused value for another',
    { 'jail.local': '[web]\nenabled = true\nmaxretry = x\n' },
    set('web', 'maxretry', 'y'),
    /^value\/wrong-type: maxretry = "y"/,
  ],
  ['a filter there is not', {}, set('web', 'filter', 'nosuch'), /^jail\/filter-not-found: /],
  [
    'what only the package sets',
    {},
    unset('mail', 'bantime'),
    /^bantime in \[mail\] is set by jail.conf, which belongs to the package/,
  ],
  ['what nothing sets', {}, unset('web', 'maxretry'), /^nothing sets maxretry in \[web\]$/],
  [
    'files fail2ban can not read',
    { 'jail.local': '[web]\nbantime\n' },
    set('web', 'bantime', '1h'),
    /^fail2ban can not read the jails/,
  ],
])('refused: %s', (_, files, wish, why) => expect(change(files, wish)).toMatch(why));

test('all values that differ are told', () => {
  const { snapshot, config } = readExample(
    { ...tree, 'jail.local': '[web]\nport = 80\naction = drop[port="%(port)s"]\n' },
    rules,
  );
  const outcome = changeSettings(createWorkbench(snapshot, config), [set('web', 'port', '81')]);
  const changes = outcome.kind === 'changed' ? outcome.changes : [];
  expect(
    changes.map(each => [each.section, each.option, valueText(each.before), valueText(each.after)]),
  ).toEqual([
    ['web', 'port', '80', '81'],
    ['web', 'action', 'drop[port="80"]', 'drop[port="81"]'],
  ]);
});

test('what is made of a value through the text of another section follows it', () => {
  const jail = '[web]\naction_ = %(default/action_)s\n  drop[name=two]\naction = %(action_)s\nport = 80\n';
  const files = {
    'jail.conf': '[DEFAULT]\nport = 0:65535\naction_ = drop[port="%(port)s"]\n',
    'jail.local': jail,
  };
  expect(change(files, set('web', 'port', '81'))).toEqual({ 'jail.local': jail.replace('80', '81') });
});
