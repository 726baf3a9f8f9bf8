import { overridden } from '../../src/resolve/setting';
import { resolveTree, valueIn } from './resolve-tree';

const set = (value: string) => `[a]\nx = ${value}\n`;

describe('which file wins (section 1 and 4 of the semantics reference)', () => {
  test.each<[string, Record<string, string>, string]>([
    ['.local over .conf', { 'jail.conf': set('1'), 'jail.local': set('2') }, '2'],
    ['jail.local over jail.d/*.conf', { 'jail.d/zz.conf': set('1'), 'jail.local': set('2') }, '2'],
    ['jail.d/*.local over jail.local', { 'jail.d/aa.local': set('2'), 'jail.local': set('1') }, '2'],
    [
      'names by code point',
      { 'jail.d/b.conf': set('2'), 'jail.d/B.conf': set('1'), 'jail.d/10.conf': set('0') },
      '2',
    ],
    [
      'above U+FFFF by code point too',
      { 'jail.d/\u{1f600}.conf': set('2'), 'jail.d/\uff5e.conf': set('1') },
      '2',
    ],
    [
      'other endings are not read',
      { 'jail.conf': set('1'), 'jail.d/b.CONF': set('2'), 'jail.d/.b.conf': set('3') },
      '1',
    ],
    ['after wins', { 'jail.conf': `[INCLUDES]\nafter = b.conf\n${set('1')}`, 'b.conf': set('2') }, '2'],
    [
      'the .local of an include',
      { 'jail.conf': `[INCLUDES]\nbefore = b.conf\n${set('%(known/x)s')}`, 'b.local': set('2') },
      '2',
    ],
    [
      'before of jail.local overrides jail.conf',
      { 'jail.conf': set('1'), 'jail.local': '[INCLUDES]\nbefore = b.conf\n', 'b.conf': set('2') },
      '2',
    ],
    [
      'includes are separated by lines only',
      { 'jail.conf': `[INCLUDES]\nbefore = b.conf c.conf\n${set('1')}`, 'b.conf': '[a]\ny = 2\n' },
      '1',
    ],
    ['a conditional section', { 'jail.conf': '[a?f=6]\ny = 1\n[a]\nx = 2\n' }, '2'],
    [
      'a late [DEFAULT] reaches a jail of an early file',
      { 'jail.conf': '[a]\n', 'jail.local': '[DEFAULT]\nx = 2\n' },
      '2',
    ],
    ['but not what the jail sets itself', { 'jail.conf': set('1'), 'jail.local': '[DEFAULT]\nx = 2\n' }, '1'],
  ])('%s', (_, files, expected) => {
    expect(valueIn(files, 'a', 'x')).toBe(expected);
  });
});

test('what a setting overrides is listed in load order', () => {
  const files = { 'jail.conf': set('1'), 'jail.d/b.conf': set('2'), 'jail.local': set('3') };
  const setting = resolveTree(files).jailFamily.sections.get('a')?.get('x');
  expect(overridden(setting!).map(each => each.file.name)).toEqual(['jail.conf', 'jail.d/b.conf']);
});

test('a file that includes itself is read twice, a circle is cut', () => {
  const { jailFamily } = resolveTree({ 'jail.conf': '[INCLUDES]\nbefore = jail.conf\n[a]\n' });
  expect(jailFamily.files.map(file => file.name)).toEqual(['jail.conf', 'jail.conf']);
  expect(jailFamily.cycles).toHaveLength(1);
});
