import { rules } from '../../rules/index';
import { diff, isSame } from '../../src/diff/diff';
import { diffMarkdown, diffText } from '../../src/diff/report';
import { lintExample } from '../../src/lint/example';
import type { ExampleTree } from '../../src/lint/rule';

const common = {
  'jail.conf':
    '[DEFAULT]\nbantime = 10m\nport = 80\n[a]\nfilter = web\nlogpath = /var/log/a.log\naction = drop[port="%(port)s"]\n[b]\nfilter = web\nlogpath = /var/log/b.log\nbantime = 1h\naction = drop\n',
  'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  'action.d/drop.conf': '[Definition]\nactionban = drop <ip>\nactionunban = undrop <ip>\n',
};

function compare(before: ExampleTree, after: ExampleTree) {
  const [old, now] = [before, after].map(tree => lintExample({ ...common, ...tree }, rules)) as [
    ReturnType<typeof lintExample>,
    ReturnType<typeof lintExample>,
  ];
  const difference = diff(old, now);
  return { difference, text: diffText(difference, now.setup), markdown: diffMarkdown(difference, now.setup) };
}

test.each<readonly [string, ExampleTree, ExampleTree]>([
  ['the same', {}, {}],
  [
    'a line in another file',
    { 'jail.local': '[a]\nbantime = 1d\n' },
    { 'jail.d/a.conf': '[a]\nbantime = 1d\n' },
  ],
  ['a default written out', {}, { 'jail.local': '[a]\nbantime = 10m\n' }],
  [
    'comments and spaces',
    { 'jail.local': '[a]\nmaxretry=3\n' },
    { 'jail.local': '# a\n[a]\nmaxretry = 3 ; why\n\n' },
  ],
])('%s: nothing changes', (_, before, after) => {
  const { difference, text } = compare(before, after);
  expect(isSame(difference)).toBe(true);
  expect(text).toMatch(/^nothing changes in effect\n/);
});

test('a value in words, with its place, and what follows from it', () => {
  const { difference, text } = compare(
    {},
    { 'jail.local': '[a]\nenabled = true\nbantime = -1\nport = 443\n' },
  );
  expect(text.split('\n').slice(0, 5)).toEqual([
    'a: bantime for 10 minutes → for ever (jail.local:3)',
    'a: port 80 → 443 (jail.local:4)',
    'a: enabled not set → yes (jail.local:2)',
    'a: action change with it',
    'fail2ban ran without a jail before, and came up now',
  ]);
  expect(text).toContain('new: jail.local:3 warning policy/permanent-ban: [a] bans for ever');
  expect(difference.enabled).toEqual(['a']);
});

test('a changed default lists exactly the jails it reaches', () => {
  const { text } = compare({}, { 'jail.local': '[DEFAULT]\nbantime = 20m\n' });
  expect(text).toContain('DEFAULT: bantime for 10 minutes → for 20 minutes (jail.local:2), also in a\n');
});

test('filters, fail2ban.conf, and jails that come and go', () => {
  const before = { 'jail.local': '[old]\nfilter = web\n' };
  const after = {
    'jail.local': '[new]\nfilter = web\nlogpath = /var/log/new.log\nenabled = true\naction = drop\n',
    'filter.d/web.local': '[Definition]\nignoreregex = ^x\n',
    'fail2ban.local': '[Definition]\nloglevel = DEBUG\n',
  };
  const { difference, text } = compare(before, after);
  expect(difference).toMatchObject({ added: ['new'], removed: ['old'] });
  expect(text.split('\n').slice(0, 4)).toEqual([
    'old: this jail is gone',
    'new: a new jail, enabled',
    'fail2ban [Definition]: loglevel not set → DEBUG (fail2ban.local:2)',
    'filter.d/web [Definition]: ignoreregex not set → ^x (filter.d/web.local:2)',
  ]);
});

test('values can not break out of Markdown, nor control a terminal', () => {
  const { text, markdown } = compare({}, { 'jail.local': '[a]\nsender = `<b>|@all\u001b[2J``\n' });
  expect(text).not.toMatch(/[^\P{Cc}\n]/u);
  expect(markdown).toContain('| `a` | ```sender not set → `<b>\\|@all');
});
