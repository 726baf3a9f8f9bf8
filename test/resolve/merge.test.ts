import { splitCondition } from '../../src/resolve/merge';
import { overridden } from '../../src/resolve/setting';
import { resolveTree, valueIn } from './resolve-tree';

type Files = Readonly<Record<string, string>>;

/** Raw values of every section of the jails as `section.option`, what is remembered under `KNOWN/…` too. */
function merged(files: Files): Readonly<Record<string, string>> {
  const { defaults, sections } = resolveTree(files).jailFamily;
  const all = [['DEFAULT', defaults] as const, ...sections];
  return Object.fromEntries(
    all.flatMap(([section, settings]) =>
      [...settings].map(([key, { text }]) => [`${section}.${key}`, text.value] as const),
    ),
  );
}

test.each<readonly [string, Files, Readonly<Record<string, string>>]>([
  [
    'option by option',
    { 'jail.conf': '[a]\nx = 1\ny = 1\n', 'jail.local': '[a]\ny = 2\nz = 2\n' },
    { 'a.x': '1', 'a.y': '2', 'a.z': '2', 'KNOWN/a.y': '1' },
  ],
  [
    '[DEFAULT] is not remembered',
    { 'jail.conf': '[DEFAULT]\nx = 1\n', 'jail.local': '[DEFAULT]\nx = 2\n' },
    { 'DEFAULT.x': '2' },
  ],
  [
    'the step before is remembered, from whichever file',
    { 'jail.conf': '[a]\nx = 1\n', 'jail.d/b.conf': '[a]\ny = 2\n', 'jail.local': '[a]\nx = 3\ny = 3\n' },
    { 'a.x': '3', 'a.y': '3', 'KNOWN/a.x': '1', 'KNOWN/a.y': '2' },
  ],
  [
    'what was remembered is overwritten',
    { 'jail.conf': '[a]\nx = 1\n', 'jail.d/b.conf': '[a]\nx = 2\n', 'jail.local': '[a]\nx = 3\n' },
    { 'a.x': '3', 'KNOWN/a.x': '2' },
  ],
  [
    'an empty value replaces',
    { 'jail.conf': '[a]\nx = 1\n', 'jail.local': '[a]\nx =\n' },
    { 'a.x': '', 'KNOWN/a.x': '1' },
  ],
  [
    'a section is told by its letters',
    { 'jail.conf': '[a]\nx = 1\n', 'jail.local': '[A]\nx = 2\n' },
    { 'a.x': '1', 'A.x': '2' },
  ],
  [
    'a conditional section',
    { 'jail.conf': '[a?b=c]\nx = 1\n', 'jail.local': '[a]\nx = 2\n[a?b=c]\nx = 3\n' },
    { 'a.x?b=c': '3', 'a.x': '2', 'KNOWN/a.x?b=c': '1' },
  ],
  [
    'a condition needs a word before it',
    { 'jail.conf': '[a-b?c]\nx = 1\n[?d]\nx = 2\n' },
    { 'a-b?c.x': '1', '?d.x': '2' },
  ],
  [
    '__name__ of a conditional section is dropped',
    { 'jail.conf': '[a?b]\n__name__ = 1\nx = 2\n' },
    { 'a.x?b': '2' },
  ],
  ['names of objects', { 'jail.conf': '[__proto__]\nconstructor = 1\n' }, { '__proto__.constructor': '1' }],
])('%s', (_, files, expected) => {
  expect(merged(files)).toEqual(expected);
});

test.each<readonly [string, readonly string[] | undefined]>([
  ['Init?family=inet6', ['Init', '?family=inet6']],
  ['a_1?b', ['a_1', '?b']],
  ['ünï日本?b?c', ['ünï日本', '?b?c']],
  ['Ⅷ²?b', ['Ⅷ²', '?b']],
  ['a?', undefined],
  ['?b', undefined],
  ['a', undefined],
  ['a-b?c', undefined],
  ['a b?c', undefined],
  ['e\u0301?c', undefined],
  ['a?\n', undefined],
])('the condition of %j', (name, parts) => {
  const found = splitCondition(name);
  expect(found && [found.word, found.condition]).toEqual(parts);
});

test('jails keep the order of their first appearance', () => {
  const setup = resolveTree({
    'jail.conf': '[INCLUDES]\nbefore = x.conf\n[b]\n[DEFAULT]\n[a]\n',
    'x.conf': '[z]\n',
    'jail.local': '[c]\n[a]\n[KNOWN/a]\n[default]\n',
  });
  expect(setup.jails.map(jail => jail.name)).toEqual(['z', 'b', 'a', 'c', 'default']);
});

test.each<readonly [string, Files, string]>([
  [
    'a late [DEFAULT] is no match for an early section',
    { 'jail.conf': '[a]\nx = 1\n', 'jail.local': '[DEFAULT]\nx = 2\n' },
    '1',
  ],
  [
    'a late [DEFAULT] reaches all others',
    { 'jail.conf': '[DEFAULT]\nx = 1\n[a]\n', 'jail.local': '[DEFAULT]\nx = 2\n' },
    '2',
  ],
  [
    'known/ in a conditional section',
    { 'jail.conf': '[a]\nx = 1\n[a?b]\nx = 2\n', 'jail.local': '[a]\nx = %(known/x)s+\n' },
    '1+',
  ],
  [
    'known/ of another option',
    { 'jail.conf': '[a]\ny = 1\n', 'jail.local': '[a]\ny = 2\nx = %(known/y)s\n' },
    '1',
  ],
  ['known/ where no file was before', { 'jail.conf': '[a]\nx = %(known/x)s\n' }, '(missing)'],
  [
    'known/ in [DEFAULT]',
    { 'jail.conf': '[DEFAULT]\nx = 1\n[a]\n', 'jail.local': '[DEFAULT]\nx = %(known/x)s\n' },
    '(depth)',
  ],
  [
    'known/ with a capital letter',
    { 'jail.conf': '[a]\nx = 1\n', 'jail.local': '[a]\nx = %(known/X)s\n' },
    '(missing)',
  ],
  [
    'known/ of a file included twice',
    {
      'jail.conf': '[INCLUDES]\nbefore = i.conf\nafter = i.conf\n[a]\nx = 2\n',
      'i.conf': '[a]\nx = 1\ny = %(known/x)s\n',
    },
    '1',
  ],
])('%s', (_, files, expected) => {
  expect(valueIn(files, 'a', 'x')).toBe(expected);
});

test('what a setting replaced is told in load order, a line read twice only once', () => {
  const names = (files: Files) =>
    overridden(resolveTree(files).jailFamily.sections.get('a')!.get('x')!).map(
      each => `${each.file.name} ${each.text.value}`,
    );
  expect(
    names({ 'jail.conf': '[a]\nx = 1\n', 'jail.d/b.conf': '[a]\nx = 2\n', 'jail.local': '[a]\nx = 3\n' }),
  ).toEqual(['jail.conf 1', 'jail.d/b.conf 2']);
  const twice = {
    'jail.conf': '[INCLUDES]\nbefore = i.conf\nafter = i.conf\n[a]\nx = 1\n',
    'i.conf': '[a]\nx = 2\n',
  };
  expect(names(twice)).toEqual(['jail.conf 1']);
  expect(names({ 'jail.conf': '[a]\nx = 1\n' })).toEqual([]);
});
