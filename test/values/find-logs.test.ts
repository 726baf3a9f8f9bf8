import { logFinder } from '../../src/values/find-logs';

const find = logFinder(
  ['/var/log/auth.log', '/var/log/.old.log', '/var/log/web/a.log', '/var/log/x[1].log'],
  ['/var/log/private'],
);

// what Python's glob says on such a disk; test/conformance/log-files.test.ts has many more
test.each([
  ['/var/log/auth.log', ['/var/log/auth.log']],
  ['/var/log/*.log', ['/var/log/auth.log', '/var/log/x[1].log']],
  ['/var/log/.*', ['/var/log/.old.log']],
  ['/var/log/**/a.log', ['/var/log/web/a.log', '/var/log/private/a.log']],
  ['/var/**/a.log', []],
  ['/var//log/web/../auth.log', ['/var/log/auth.log']],
  ['/var/log/auth.log/', []],
  ['/var/log/auth.log/..', []],
  ['/var/log/web/', ['/var/log/web (directory)']],
  ['/var/log/x[1].log', []],
  ['/var/log/x[[]1].log', ['/var/log/x[1].log']],
  ['var/log/auth.log', ['/var/log/auth.log']],
  ['/', ['/ (directory)']],
  ['/../..', ['/ (directory)']],
  ['/dev/null', ['/dev/null']],
  ['/dev/*', []],
  // nobody knows, so it is taken as there
  ['/var/log/private/a.log', ['/var/log/private/a.log']],
  ['/var/log/private/*/*.log', ['/var/log/private/*/*.log']],
  ['/var/log/*/b.log', ['/var/log/private/b.log']],
  ['/var/log/private', ['/var/log/private (directory)']],
])('%s', (pattern, expected) => {
  const found = find(pattern).map(({ path, isDirectory }) => `${path}${isDirectory ? ' (directory)' : ''}`);
  expect(found).toEqual(expected);
});

test('patterns made to take long are taken as there', () => {
  const names = Array.from({ length: 3000 }, (_, index) => `/a/${index}${'1'.repeat(200)}/x.log`);
  const slow = logFinder(names);
  expect(slow('/a/*/y.log')).toEqual([]);
  expect(slow('/a/*/x.log')).toHaveLength(3000);
  for (let index = 0; index < 100; index++) slow(`/a${'/*/..'.repeat(800)}/${index}`);
  for (let index = 0; index < 100; index++) slow(`/a/${'*1'.repeat(2000)}${index}`);
  expect(slow('/a/*/z.log')).toHaveLength(1);
  expect(slow('/'.repeat(100_000))).toEqual([]);
});
