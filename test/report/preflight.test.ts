import { preflight } from '../../src/preflight/preflight';
import { plainPalette } from '../../src/report/palette';
import { preflightJson } from '../../src/report/preflight-json';
import { preflightText } from '../../src/report/preflight-text';
import { jailFile, setupOf, type Tree } from '../preflight/predict';

const second = '[second]\nenabled = true\nfilter = test\nlogpath = /y\n';

function textFor(tree: Tree): string {
  const setup = setupOf(tree);
  return preflightText(setup, preflight(setup), undefined, plainPalette);
}

test.each([
  ['up', {}, 'up: fail2ban 1.0 would start with 1 jail'],
  [
    'up with a jail left out',
    { 'jail.conf': jailFile('test', 'filter = x') + second },
    'up: fail2ban 1.0 would start with 1 jail, 1 left out',
  ],
  [
    'down',
    { 'jail.conf': jailFile('test', 'bantime = x') + second },
    'down: fail2ban 1.0 would not start, and 2 jails would be down',
  ],
  [
    'nothing',
    { 'jail.conf': '' },
    'nothing: fail2ban 1.0 would run without a jail, because no jail is enabled',
  ],
] satisfies [string, Tree, string][])('the first line tells the verdict: %s', (_, tree, line) => {
  expect(textFor(tree).split('\n')[0]).toBe(line);
});

test('the second line tells which release was assumed, and why', () => {
  const setup = setupOf({});
  expect(preflightText(setup, preflight(setup), 'a file tells', plainPalette).split('\n')[1]).toBe(
    'read as for fail2ban 1.0, as a file tells (--fail2ban chooses another)',
  );
});

test('a fault in [DEFAULT] is one reason with all its jails', () => {
  const tree = { 'jail.conf': jailFile('test', '') + second, 'jail.local': '[DEFAULT]\nbantime = 24hrs\n' };
  expect(textFor(tree)).toBe(
    [
      'down: fail2ban 1.0 would not start, and 2 jails would be down',
      '',
      '/etc/fail2ban/jail.local:2:13 value/bad-time',
      '  bantime = "24hrs" is not a time fail2ban understands: "hrs" is no unit of time; fail2ban does not start and every jail is down',
      '  2 │ bantime = 24hrs',
      '    │             ^^^',
      '  fix: write a number with units, such as 10m, 1h 30m or 2d',
      '  jails: test, second',
      '',
    ].join('\n'),
  );
});

test('JSON keeps the names of jails and tells places', () => {
  const setup = setupOf({ 'jail.conf': jailFile('__proto__', 'filter = tset') + second });
  const answer = JSON.parse(preflightJson(setup, preflight(setup), 'a file tells'));
  expect(answer).toMatchObject({ schemaVersion: 1, path: '/etc/fail2ban', fail2ban: '1.0', verdict: 'up' });
  expect(answer.fail2banWhy).toBe('a file tells');
  expect(Object.entries(answer.jails)).toEqual([
    ['__proto__', 'skipped'],
    ['second', 'up'],
  ]);
  expect(answer.reasons).toEqual([
    {
      file: '/etc/fail2ban/jail.conf',
      line: 3,
      column: 10,
      endLine: 3,
      endColumn: 14,
      message: 'there is no filter "tset" in filter.d; fail2ban leaves this jail out',
      advice: 'did you mean test?',
      jail: '__proto__',
      jails: ['__proto__'],
      option: 'filter',
      rule: 'jail/filter-not-found',
      code: 'filter-not-found',
    },
  ]);
});
