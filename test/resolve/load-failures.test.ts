import { type Entry, memorySnapshot } from '../../src/files/snapshot';
import { defaultRelease, findRelease } from '../../src/knowledge/release';
import { describeFailure } from '../../src/resolve/describe-failure';
import { createPlaces } from '../../src/resolve/places';
import { commandLines, loadFails, resolve } from '../../src/resolve/setup';
import { resolveTree } from './resolve-tree';

type Files = Readonly<Record<string, string>>;

const good = { 'fail2ban.conf': '[Definition]\n', 'jail.conf': '[a]\nenabled = true\nfilter = f\n' };
const filter = '[Definition]\nfailregex = x\n';

/** What ends the load, as f2blint words it; nothing where fail2ban starts. */
function failures(files: Files): readonly string[] {
  const setup = resolveTree({ 'fail2ban.conf': '[Definition]\n', ...files });
  const places = createPlaces(setup.sources);
  const families = [setup.daemon.family, setup.jailFamily];
  const found = families.flatMap(family => family.failures);
  for (const jail of setup.jails) {
    for (const error of jail.errors) if (error.kind === 'file') found.push(error.failure);
  }
  expect(loadFails(setup)).toBe(found.length > 0);
  expect(commandLines(setup).length === 0).toBe(found.length > 0);
  return found.map(failure => describeFailure(failure, places));
}

// Each ends with exit status 255 at `fail2ban-client -t` 1.0.2.
test.each<readonly [string, Files, readonly string[]]>([
  [
    'a line before the first section',
    { 'jail.local': 'x = 1\n' },
    ['jail.local:1: text before the first [section]'],
  ],
  [
    'a byte order mark',
    { 'jail.local': '\ufeff[a]\n' },
    ['jail.local:1: the file starts with a byte order mark'],
  ],
  [
    'a line without a delimiter',
    { 'jail.local': '[a]\n\njunk\n' },
    ['jail.local:3: a line that is neither a comment, a [section] nor "option = value"'],
  ],
  ['an option without a name', { 'jail.local': '[a]\n= 1\n' }, ['jail.local:2: an option without a name']],
  [
    'a section twice',
    { 'jail.local': '[a]\n[a]\n' },
    ['jail.local:2: section [a] appears twice in the file'],
  ],
  ['an option twice', { 'jail.local': '[a]\nx = 1\nX = 2\n' }, ['jail.local:3: "x" is set twice in [a]']],
  [
    'a fault in fail2ban.conf',
    { 'fail2ban.local': '[a]\n[a]\n' },
    ['fail2ban.local:2: section [a] appears twice in the file'],
  ],
  [
    'a fault in an include',
    { 'jail.local': '[INCLUDES]\nafter = x.conf\n', 'x.conf': '[a]\njunk\n' },
    ['x.conf:2: a line that is neither a comment, a [section] nor "option = value"'],
  ],
  [
    'a fault in a filter in use',
    { ...good, 'filter.d/f.conf': '= 1\n' },
    ['filter.d/f.conf:1: text before the first [section]'],
  ],
  [
    'a missing name in an include',
    { 'jail.conf': '[INCLUDES]\nbefore = %(os)s.conf\n' },
    ['jail.conf:2: nothing sets "os", which %(os)s asks for in "before" of [INCLUDES]'],
  ],
  [
    'jail.local that includes jail.conf',
    { 'jail.conf': '[a]\n', 'jail.local': '[INCLUDES]\nbefore = jail.conf\n' },
    ['jail.local:2: includes that go round in a circle, or too deep, in "before" of [INCLUDES]'],
  ],
  [
    'a .local of an include that includes it',
    { 'jail.conf': '[INCLUDES]\nbefore = a.conf\n', 'a.conf': '', 'a.local': '[INCLUDES]\nafter = a.conf\n' },
    ['jail.conf:2: includes that go round in a circle, or too deep, in "before" of [INCLUDES]'],
  ],
])('%s ends the load', (_, files, expected) => {
  expect(failures(files)).toEqual(expected);
});

test.each<readonly [string, Files]>([
  ['a fault in a filter nobody uses', { ...good, 'filter.d/f.conf': filter, 'filter.d/g.conf': 'junk\n' }],
  [
    'a fault in the filter of a disabled jail',
    { 'jail.conf': '[a]\nfilter = f\n', 'filter.d/f.conf': 'junk\n' },
  ],
  ['the same section and option in two files', { 'jail.conf': '[a]\nx = 1\n', 'jail.local': '[a]\nx = 2\n' }],
  ['a missing include', { 'jail.conf': '[INCLUDES]\nbefore = x.conf\n' }],
])('%s does not', (_, files) => {
  expect(failures(files)).toEqual([]);
});

function chain(length: number): Files {
  const link = (index: number) => [`i${index}.conf`, `[INCLUDES]\nbefore = i${index + 1}.conf\n`] as const;
  return {
    'jail.conf': '[INCLUDES]\nbefore = i0.conf\n',
    ...Object.fromEntries(Array.from({ length }, (_, at) => link(at))),
  };
}

test('Python can follow 470 includes of includes, but not 500', () => {
  expect(failures(chain(470))).toEqual([]);
  expect(failures(chain(500))).toHaveLength(1);
  expect(failures(chain(20_000))).toHaveLength(1);
});

test('includes that multiply come to an end', () => {
  const twice = (index: number) => [
    `i${index}.conf`,
    `[INCLUDES]\nbefore = i${index + 1}.conf\n i${index + 1}.conf\n`,
  ];
  const files = Object.fromEntries(Array.from({ length: 40 }, (_, index) => twice(index)));
  expect(failures({ ...files, 'jail.conf': '[INCLUDES]\nbefore = i0.conf\n', 'i40.conf': '' })).toHaveLength(
    1,
  );
});

const undecodable = (head: string) =>
  ({ kind: 'undecodable', head, byte: 0xff, line: 9, column: 1 }) as const;

// [head of jail.local, or what it is, whether 1.0.2 starts, whether 1.1.1 does]
test.each([
  ['cannot be decoded', undecodable(''), true, false],
  ['cannot be decoded, behind a line that is no option', undecodable('[a]\njunk\n'), true, false],
  ['cannot be decoded, behind a repeated section', undecodable('[a]\n[a]\n'), false, false],
  ['cannot be decoded, behind a line without a section', undecodable('x = 1\n'), false, false],
  ['is a directory', { kind: 'directory' } as const, true, false],
  ['may not be read', { kind: 'unreadable', reason: 'permission denied' } as const, true, false],
])('a jail.local that %s', (_, entry, starts, starts111) => {
  const snapshot = memorySnapshot(
    new Map<string, string | Entry>([
      ['fail2ban.conf', '[Definition]\n'],
      ['jail.conf', '[a]\n'],
      ['jail.local', entry],
    ]),
  );
  const setup = resolve(snapshot, defaultRelease);
  expect(setup.jailFamily.skipped.map(file => file.name)).toEqual(['jail.local']);
  expect(setup.jailFamily.files.map(file => file.name)).toEqual(['jail.conf']);
  expect(loadFails(setup)).toBe(!starts);
  expect(loadFails(resolve(snapshot, findRelease('1.1.1')!))).toBe(!starts111);
});

test('an unreadable include is passed over in every release', () => {
  const files = new Map<string, string | Entry>([
    ['fail2ban.conf', '[Definition]\n'],
    ['jail.conf', '[INCLUDES]\nbefore = x.conf\n[a]\n'],
    ['x.conf', undecodable('')],
  ]);
  expect(loadFails(resolve(memorySnapshot(files), findRelease('1.1.1')!))).toBe(false);
});

test.each([
  ['no fail2ban.conf', { 'jail.conf': '[a]\n' }],
  ['no jail.conf', { 'fail2ban.conf': '[Definition]\n' }],
])('with %s 1.1.0 starts, 1.1.1 does not', (_, files) => {
  const fails = (release: string) => loadFails(resolveTree(files as Files, release));
  expect([fails('1.1.0'), fails('1.1.1')]).toEqual([false, true]);
});
