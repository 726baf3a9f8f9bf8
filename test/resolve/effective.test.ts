import { memorySnapshot } from '../../src/files/snapshot';
import { defaultRelease } from '../../src/knowledge/release';
import { effectiveOption, effectiveOptions, errorClass, ownOptions } from '../../src/resolve/effective';
import { familyPaths } from '../../src/resolve/family';
import { createPlaces } from '../../src/resolve/places';
import { definitionNames, resolve } from '../../src/resolve/setup';
import { resolveTree } from './resolve-tree';

const files = {
  'jail.conf': '[DEFAULT]\nx = 1\ny = 1\n[a]\nx = 2\n[b]\n',
  'jail.d/m.conf': '[a]\nx = 3\n[DEFAULT]\nx = 4\n',
  'jail.local': '[a]\nx = %(known/x)s%(z)s\nz = 5\n',
};
const { jailLookup } = resolveTree(files);

/** File, section and raw value of each setting. */
const shown = (settings: readonly { file: { name: string }; section: string; text: { value: string } }[]) =>
  settings.map(({ file, section, text }) => `${file.name} [${section}] ${text.value}`);

test('what a value overrides, in load order, [DEFAULT] among it', () => {
  const option = effectiveOption(jailLookup, 'a', 'x')!;
  expect(option.result).toMatchObject({ kind: 'text', text: { value: '35' } });
  expect(option.raw.value).toBe('%(known/x)s%(z)s');
  expect(shown([option.setting!])).toEqual(['jail.local [a] %(known/x)s%(z)s']);
  expect(shown(option.shadowed())).toEqual([
    'jail.conf [DEFAULT] 1',
    'jail.conf [a] 2',
    'jail.d/m.conf [a] 3',
    'jail.d/m.conf [DEFAULT] 4',
  ]);
});

test('an inherited value overrides what [DEFAULT] held before', () => {
  const option = effectiveOption(jailLookup, 'b', 'x')!;
  expect(shown([option.setting!])).toEqual(['jail.d/m.conf [DEFAULT] 4']);
  expect(shown(option.shadowed())).toEqual(['jail.conf [DEFAULT] 1']);
});

test('what fail2ban adds stands nowhere, and wins over [DEFAULT] but not over the jail', () => {
  const own = { 'jail.conf': '[DEFAULT]\nfail2ban_version = x\n[a]\n[b]\nfail2ban_version = y\n' };
  const lookup = resolveTree(own).jailLookup;
  const inA = effectiveOption(lookup, 'a', 'fail2ban_version');
  expect([inA?.raw.value, inA?.setting]).toEqual(['1.0.2', undefined]);
  expect(effectiveOption(lookup, 'b', 'fail2ban_version')?.raw.value).toBe('y');
});

test('the options of a section, with and without what it inherits', () => {
  const names = (options: readonly { name: string }[]) => options.map(({ name }) => name);
  expect(names(effectiveOptions(jailLookup, 'a'))).toEqual([
    'x',
    'z',
    'y',
    'fail2ban_version',
    'fail2ban_confpath',
  ]);
  expect(names(ownOptions(jailLookup, 'a'))).toEqual(['x', 'z']);
  expect(names(ownOptions(jailLookup, 'DEFAULT'))).toEqual(['x', 'y']);
  expect(names(ownOptions(jailLookup, 'nowhere'))).toEqual([]);
  expect(effectiveOption(jailLookup, 'a', 'nothing')).toBeUndefined();
});

test.each([
  ['1', undefined],
  ['%(nope)s', 'InterpolationMissingOptionError'],
  ['%', 'InterpolationSyntaxError'],
  ['%(', 'InterpolationSyntaxError'],
  ['%(x)s', 'InterpolationDepthError'],
])('what Python raises for %j is %s', (value, name) => {
  const { jailLookup: lookup } = resolveTree({ 'jail.conf': `[a]\nx = ${value}\n` });
  expect(errorClass(effectiveOption(lookup, 'a', 'x')!.result)).toBe(name);
});

test('filters and actions go by the names of their files', () => {
  const names = [
    'a.conf',
    'a.local',
    'b.local',
    'B.conf',
    'c.conf.bak',
    'd.CONF',
    'e.py',
    '.f.conf',
    'é.conf',
    'g.d/x.conf',
  ];
  const setup = resolveTree(Object.fromEntries(names.map(name => [`filter.d/${name}`, ''])));
  expect(definitionNames(setup, 'filter')).toEqual(['.f', 'B', 'a', 'b', 'é']);
  expect(definitionNames(setup, 'action')).toEqual([]);
});

// Section 1 of the semantics reference.
test('the files of a family', () => {
  const names = [
    'conf',
    'local',
    'd/10.conf',
    'd/9.conf',
    'd/a-b.conf',
    'd/a.conf',
    'd/_.conf',
    'd/B.conf',
    'd/é.conf',
  ];
  const more = ['d/a.local', 'd/.a.conf', 'd/a.CONF', 'd/a.conf~', 'd/sub/x.conf', 'd/x.conf/y'];
  const snapshot = memorySnapshot(new Map([...names, ...more].map(name => [`jail.${name}`, ''])));
  expect(
    familyPaths(snapshot, '/etc/fail2ban/jail').map(path => path.slice('/etc/fail2ban/jail.'.length)),
  ).toEqual([
    ...[
      'conf',
      'd/10.conf',
      'd/9.conf',
      'd/B.conf',
      'd/_.conf',
      'd/a-b.conf',
      'd/a.conf',
      'd/x.conf',
      'd/é.conf',
    ],
    ...['local', 'd/a.local'],
  ]);
});

test('a place in a file is told by line and column', () => {
  const { sources } = resolveTree(files);
  const places = createPlaces(sources);
  const piece = { at: 0, length: 1, file: '/etc/fail2ban/jail.d/m.conf', start: 8, end: 9 };
  expect(places.range(piece)).toMatchObject({
    file: { name: 'jail.d/m.conf' },
    start: { line: 2, column: 5 },
    end: { line: 2, column: 6 },
  });
  expect(() => places.range({ ...piece, file: '/nowhere' })).toThrow('was not read');
});

test('a file outside the directory goes by its path', () => {
  const tree = new Map([
    ['jail.conf', '[INCLUDES]\nbefore = /srv/x.conf\n'],
    ['/srv/x.conf', '[a]\n'],
  ]);
  const { jailFamily } = resolve(memorySnapshot(tree), defaultRelease);
  expect(jailFamily.files.map(file => file.name)).toEqual(['/srv/x.conf', 'jail.conf']);
});
