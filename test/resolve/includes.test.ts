import type { Family } from '../../src/resolve/family';
import { resolveTree } from './resolve-tree';

type Files = Readonly<Record<string, string>>;

function jailFamily(files: Files, release?: string): Family {
  return resolveTree({ 'fail2ban.conf': '[Definition]\n', ...files }, release).jailFamily;
}

const before = (...names: readonly string[]) => `[INCLUDES]\nbefore = ${names.join('\n  ')}\n`;
const after = (...names: readonly string[]) => `[INCLUDES]\nafter = ${names.join('\n  ')}\n`;

// Files in load order, as fail2ban 1.0.2 reads them (`files.jail` of oracle/effective.py).
test.each<readonly [string, Files, readonly string[]]>([
  [
    'before, the file, after',
    { 'jail.conf': `${before('b.conf')}after = a.conf\n`, 'a.conf': '', 'b.conf': '' },
    ['b.conf', 'jail.conf', 'a.conf'],
  ],
  [
    'one on each line',
    { 'jail.conf': before('b.conf', 'a.conf', 'c d.conf'), 'a.conf': '', 'b.conf': '', 'c d.conf': '' },
    ['b.conf', 'a.conf', 'c d.conf', 'jail.conf'],
  ],
  [
    'no commas, no blanks',
    { 'jail.conf': before('a.conf, b.conf a.conf'), 'a.conf': '', 'b.conf': '' },
    ['jail.conf'],
  ],
  ['no patterns', { 'jail.conf': before('*.conf'), 'a.conf': '' }, ['jail.conf']],
  [
    'relative to the including file',
    { 'jail.conf': '', 'jail.d/x.conf': before('a.conf'), 'jail.d/a.inc': '', 'a.conf': '' },
    ['jail.conf', 'jail.d/x.conf'],
  ],
  [
    'in the directory of the including file',
    { 'jail.d/x.conf': before('a.inc'), 'jail.d/a.inc': '' },
    ['jail.d/a.inc', 'jail.d/x.conf'],
  ],
  [
    'in the directory above',
    { 'jail.d/x.conf': before('../a.inc', './b.inc'), 'a.inc': '', 'jail.d/b.inc': '' },
    ['a.inc', 'jail.d/b.inc', 'jail.d/x.conf'],
  ],
  [
    'an absolute path',
    { 'jail.conf': before('/etc/fail2ban/a.conf'), 'a.conf': '' },
    ['a.conf', 'jail.conf'],
  ],
  ['a missing file', { 'jail.conf': before('a.conf', 'b.conf'), 'b.conf': '' }, ['b.conf', 'jail.conf']],
  ['an empty value', { 'jail.conf': before('') }, ['jail.conf']],
  ['a directory', { 'jail.conf': before('filter.d'), 'filter.d/x.conf': '' }, ['jail.conf']],
  [
    'the .local beside an include',
    { 'jail.conf': before('a.conf'), 'a.conf': '', 'a.local': '', 'a.d/x.conf': '' },
    ['a.conf', 'a.local', 'jail.conf'],
  ],
  [
    'the .local of an include that is not there',
    { 'jail.conf': before('a.conf'), 'a.local': '' },
    ['a.local', 'jail.conf'],
  ],
  [
    'includes of includes',
    {
      'jail.conf': before('a.conf'),
      'a.conf': `${before('b.conf')}after = c.conf\n`,
      'b.conf': '',
      'c.conf': '',
    },
    ['b.conf', 'a.conf', 'c.conf', 'jail.conf'],
  ],
  [
    'the same file twice',
    { 'jail.conf': before('a.conf'), 'jail.local': before('a.conf'), 'a.conf': '' },
    ['a.conf', 'jail.conf', 'a.conf', 'jail.local'],
  ],
  ['itself', { 'jail.conf': before('jail.conf') }, ['jail.conf', 'jail.conf']],
  [
    'a circle of two',
    { 'jail.conf': before('a.conf'), 'a.conf': before('b.conf'), 'b.conf': before('a.conf') },
    ['b.conf', 'a.conf', 'jail.conf'],
  ],
  [
    'a circle through the first file',
    { 'jail.conf': before('a.conf'), 'a.conf': after('jail.conf') },
    ['a.conf', 'jail.conf'],
  ],
  [
    'a name that is put together',
    {
      'jail.conf': '[DEFAULT]\nos = debian\n[INCLUDES]\nbefore = paths-%(os)s.conf\n',
      'paths-debian.conf': '',
    },
    ['paths-debian.conf', 'jail.conf'],
  ],
  [
    '[DEFAULT] counts too',
    { 'jail.conf': '[DEFAULT]\nbefore = a.conf\n[INCLUDES]\n', 'a.conf': '' },
    ['a.conf', 'jail.conf'],
  ],
  [
    'but not without [INCLUDES]',
    { 'jail.conf': '[DEFAULT]\nbefore = a.conf\n', 'a.conf': '' },
    ['jail.conf'],
  ],
  ['nor in small letters', { 'jail.conf': '[includes]\nbefore = a.conf\n', 'a.conf': '' }, ['jail.conf']],
  [
    'each file has its own',
    { 'jail.conf': '[INCLUDES]\nbefore = a.conf\n', 'a.conf': '', 'jail.local': '[INCLUDES]\n' },
    ['a.conf', 'jail.conf', 'jail.local'],
  ],
])('%s', (_, files, expected) => {
  const family = jailFamily(files);
  expect(family.files.map(file => file.name)).toEqual(expected);
  expect(family.failures).toEqual([]);
});

test('what is not there is noted, with the option that names it', () => {
  const { missingIncludes } = jailFamily({ 'jail.conf': before('a.conf', 'x, y') });
  expect(missingIncludes.map(({ path, setting }) => [path, setting.key])).toEqual([
    ['/etc/fail2ban/a.conf', 'before'],
    ['/etc/fail2ban/x, y', 'before'],
  ]);
});

test('a list once made for a circle serves the next filter too', () => {
  const jail = (name: string) => `[${name}]\nenabled = true\nfilter = ${name}\n`;
  const setup = resolveTree({
    'jail.conf': jail('f') + jail('g'),
    'filter.d/f.conf': `${before('g.conf')}[Definition]\nfailregex = f\n`,
    'filter.d/g.conf': `${before('f.conf')}[Definition]\nfailregex = g\n`,
  });
  const names = (family: Family) => family.files.map(file => file.name.slice('filter.d/'.length));
  expect(names(setup.loadFamily('filter.d/f'))).toEqual(['g.conf', 'f.conf']);
  expect(names(setup.loadFamily('filter.d/g'))).toEqual(['g.conf']);
  expect(names(setup.loadAlone('filter.d/g'))).toEqual(['f.conf', 'g.conf']);
});
