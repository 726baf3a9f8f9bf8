import fc from 'fast-check';
import {
  absolutePath,
  compareCodePoints,
  directoryOf,
  joinPath,
  plainPath,
  sortByCodePoint,
  withoutExtension,
} from '../../src/files/posix-path';

// Expectations from Python 3.11: os.path.join, os.path.dirname, os.path.splitext(…)[0], os.path.abspath in `/`, sorted.

test.each([
  ['/etc/fail2ban', 'jail.conf', '/etc/fail2ban/jail.conf'],
  ['/etc/fail2ban/', 'jail.conf', '/etc/fail2ban/jail.conf'],
  ['/etc/fail2ban', '/srv/x.conf', '/srv/x.conf'],
  ['/etc/fail2ban', '', '/etc/fail2ban/'],
  ['/etc/fail2ban/', '', '/etc/fail2ban/'],
  ['/etc', '../x', '/etc/../x'],
  ['/', 'x', '/x'],
  ['', 'x', 'x'],
  ['a', '//x', '//x'],
])('%j joined with %j is %j', (directory, name, path) => {
  expect(joinPath(directory, name)).toBe(path);
});

test.each([
  ['/etc/fail2ban/jail.conf', '/etc/fail2ban'],
  ['/etc/fail2ban/', '/etc/fail2ban'],
  ['/etc//jail.conf', '/etc'],
  ['/jail.conf', '/'],
  ['//jail.conf', '//'],
  ['///', '///'],
  ['a//b//c', 'a//b'],
  ['jail.conf', ''],
  ['', ''],
])('the directory of %j is %j', (path, directory) => {
  expect(directoryOf(path)).toBe(directory);
});

test('100,000 slashes are no trouble', () => {
  expect(directoryOf(`${'/'.repeat(100_000)}a/b`)).toBe(`${'/'.repeat(100_000)}a`);
});

test.each([
  ['/a/jail.conf', '/a/jail'],
  ['/a/jail.local.conf', '/a/jail.local'],
  ['/a/jail', '/a/jail'],
  ['/a.d/jail', '/a.d/jail'],
  ['/a/.conf', '/a/.conf'],
  ['/a/..conf', '/a/..conf'],
  ['/a/...', '/a/...'],
  ['/a/.b.conf', '/a/.b'],
  ['/a/b.', '/a/b'],
  ['.conf', '.conf'],
  ['/a/', '/a/'],
])('%j without its extension is %j', (path, expected) => {
  expect(withoutExtension(path)).toBe(expected);
});

test.each([
  ['./x', '/x'],
  ['./../../x/./y/', '/x/y'],
  ['/a//b/../c', '/a/c'],
  ['', '/'],
  ['...', '/...'],
])('%j is %j in full', (path, expected) => {
  expect(absolutePath(path)).toBe(expected);
});

const sorted = [
  '',
  '-',
  '10.conf',
  '9.conf',
  'B.conf',
  '_',
  'a',
  'a-b',
  'a.conf',
  'ab',
  'é',
  '\ud7ff',
  '\ue000',
];
const high = ['\uff5e', '\uffff', '\u{10000}', '\u{1f600}', '\u{1f600}a', '\u{10ffff}'];

test('names are sorted by code point', () => {
  const shuffled = [...sorted, ...high].reverse();
  expect([...shuffled].sort(compareCodePoints)).toEqual([...sorted, ...high]);
  expect(sortByCodePoint(shuffled)).toEqual([...sorted, ...high]);
  expect(sortByCodePoint([...sorted].reverse())).toEqual(sorted);
});

test('the order is that of the code points', () => {
  const character = fc.oneof(
    fc.constantFrom('a', '\ud7ff', '\ue000', '\uffff', '😀'),
    fc.string({ unit: 'binary' }),
  );
  const text = fc.array(character, { maxLength: 4 }).map(parts => parts.join(''));
  const points = (value: string) => Array.from(value, each => each.codePointAt(0)!);
  const compare = (a: readonly number[], b: readonly number[]): number => {
    for (let at = 0; at < a.length && at < b.length; at++) if (a[at] !== b[at]) return a[at]! - b[at]!;
    return a.length - b.length;
  };
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(Math.sign(compareCodePoints(a, b))).toBe(Math.sign(compare(points(a), points(b))));
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ['a/b', 'a/b'],
  ['a/../b', 'b'],
  ['./a/../b', './b'],
  ['./a/./b//c/', './a/b/c'],
  ['../a/../b', '../b'],
  ['/a/b/../../c', '/c'],
  ['/../a', '/a'],
  ['/a/../..', '/'],
  ['/', '/'],
  ['a/../../b', '../b'],
  ['a/..//b', 'b'],
  ['a/..', '.'],
  ['./../a', './../a'],
])('plainPath(%s) is %s', (path, expected) => {
  expect(plainPath(path)).toBe(expected);
});
