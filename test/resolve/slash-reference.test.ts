import { slashReferences } from '../../src/resolve/slash-reference';
import { valueIn } from './resolve-tree';

// As the pattern of client/configparserinc.py of fail2ban 1.0.2 finds them, section and option.
test.each<readonly [string, readonly string[]]>([
  ['%(a/b)s', ['a b']],
  ['x%(known/y)s%(default/z)s', ['known y', 'default z']],
  ['%(a-b_c/d e)s', ['a-b_c d e']],
  ['%(a/b/c)s', ['a b/c']],
  ['%(é日/ü)s', ['é日 ü']],
  ['%%(a/b)s', ['a b']],
  ['%(%(a/b)s', ['a b']],
  ['%(x%(a/b)s', ['a b']],
  ['%(a/%(b/c)s', ['a %(b/c']],
  ['%(a/b\nc)s', ['a b\nc']],
  ['%(a/b)', []],
  ['%(a/)s', []],
  ['%(/b)s', []],
  ['%(a b/c)s', []],
  ['%(a.b/c)s', []],
  ['%(a?b/c)s', []],
  ['%(a)s/%(b)s', []],
  ['%(a/b)S', []],
])('%j', (text, expected) => {
  expect(slashReferences(text).map(({ section, option }) => `${section} ${option}`)).toEqual(expected);
});

test.each([
  ['%(a/'.repeat(200_000)],
  [`%(${'a'.repeat(1_000_000)}`],
  [`${'%(a'.repeat(200_000)}/b)s`],
  ['%(a/b)'.repeat(100_000)],
])('long texts are no trouble', text => {
  expect(slashReferences(text).length).toBeLessThan(3);
});

/** `x` of `[a]`, with other sections and [DEFAULT] behind it. */
function value(x: string): string {
  const others =
    'y = own\n[b]\ny = other\nz = <%(y)s>\nd = %(v)s\n[b-c]\ny = dash\n[b c]\ny = blank\n[B]\ny = big\n';
  return valueIn(
    { 'jail.conf': `[DEFAULT]\nv = default\ny = inherited\n[a]\nx = ${x}\n${others}` },
    'a',
    'x',
  );
}

test.each([
  ['another section', '%(b/y)s', 'other'],
  ['the foreign text is put together here', '%(b/z)s', '<own>'],
  ['the same twice', '%(b/y)s%(b/y)s', 'otherother'],
  ['a section with a dash', '%(b-c/y)s', 'dash'],
  ['a section with a blank', '%(b c/y)s', '(missing)'],
  ['a section in capital letters', '%(B/y)s', '(missing)'],
  ['an option in capital letters', '%(b/Y)s', '(missing)'],
  ['[DEFAULT] in place of the section', '%(b/v)s', 'default'],
  ['[DEFAULT] itself', '%(default/y)s', 'inherited'],
  ['[DEFAULT] in capital letters', '%(DEFAULT/y)s', '(missing)'],
  ['an option nobody sets', '%(b/nope)s', '(missing)'],
  ['a section that is not there', '%(nope/v)s', '(missing)'],
  ['what fail2ban adds', '%(default/fail2ban_version)s', '1.0.2'],
  ['behind a doubled sign', '%%(b/y)s', '%(b/y)s'],
])('%s: %s', (_, x, expected) => {
  expect(value(x)).toBe(expected);
});

test('an option that has the slash in its own name comes first', () => {
  expect(valueIn({ 'jail.conf': '[a]\nb/y = mine\nx = %(b/y)s %(B/Y)s\n[b]\ny = other\n' }, 'a', 'x')).toBe(
    'mine mine',
  );
});
