import { readOption } from '../../src/resolve/read-option';
import { loadFails } from '../../src/resolve/setup';
import { piecesBetween } from '../../src/text/pieces';
import { resolveTree } from './resolve-tree';

type Files = Readonly<Record<string, string>>;

/** Kind and name of the error in `x` of `[a]`, the characters at fault, and where they stand. */
function errorIn(files: Files): string {
  const { result } = readOption(resolveTree(files).jailLookup, 'a', 'x');
  if (result.kind !== 'error') return result.kind;
  const { kind, name, text, start, end } = result.error;
  const places = piecesBetween(text, start, end).map(
    piece => `${piece.file.slice(14)} ${piece.start}-${piece.end}`,
  );
  return [kind, name, text.value.slice(start, end), ...places].join(', ');
}

test.each<readonly [string, Files, string]>([
  ['a missing name', { 'jail.conf': '[a]\nx = a %(NO)s\n' }, 'missing, no, %(NO)s, jail.conf 10-16'],
  [
    'a missing name in the text of another',
    { 'jail.conf': '[a]\nx = %(y)s\n', 'jail.local': '[DEFAULT]\ny = 1%(z)s\n' },
    'missing, z, %(z)s, jail.local 15-20',
  ],
  [
    'a missing name on a later line',
    { 'jail.conf': '[a]\nx = 1\n  2 %(z)s\n' },
    'missing, z, %(z)s, jail.conf 14-19',
  ],
  ['a lone sign', { 'jail.conf': '[a]\nx = 5%\n' }, 'percent, , %, jail.conf 9-10'],
  ['a sign behind a doubled one', { 'jail.conf': '[a]\nx = %%%d\n' }, 'percent, , %, jail.conf 10-11'],
  ['an open reference', { 'jail.conf': '[a]\nx = %(y\n' }, 'unclosed, , %(, jail.conf 8-10'],
  ['a reference without its s', { 'jail.conf': '[a]\nx = %(y) s\n' }, 'unclosed, , %(, jail.conf 8-10'],
  ['a reference in capital', { 'jail.conf': '[a]\nx = %(y)S\n' }, 'unclosed, , %(, jail.conf 8-10'],
  ['an empty reference', { 'jail.conf': '[a]\nx = %()s\n' }, 'unclosed, , %(, jail.conf 8-10'],
  [
    'a reference over two lines',
    { 'jail.conf': '[a]\nx = %(y\n  z)s\n' },
    'missing, y\nz, %(y\nz)s, jail.conf 8-11, jail.conf 14-17',
  ],
  ['the first of two', { 'jail.conf': '[a]\nx = %(y)s %\n' }, 'missing, y, %(y)s, jail.conf 8-13'],
])('%s', (_, files, expected) => {
  expect(errorIn(files)).toBe(expected);
});

test('a circle is told where it closes', () => {
  const { result } = readOption(
    resolveTree({ 'jail.conf': '[a]\nx = %(y)s\ny = %(x)s\n' }).jailLookup,
    'a',
    'x',
  );
  expect(result).toMatchObject({ kind: 'error', error: { kind: 'depth' } });
});

const enabled = '[a]\nenabled = true\n';
const filter = { 'filter.d/f.conf': '[Definition]\nfailregex = x\n' };
const withFilter = (text: string): Files => ({
  'jail.conf': `${enabled}filter = f\n`,
  'filter.d/f.conf': text,
});

// The table of section 5 of the semantics reference; checked with `fail2ban-client -t` 1.0.2.
test.each<readonly [string, Files, boolean]>([
  ['an option nobody reads', { 'jail.conf': `${enabled}banntime = %\n` }, false],
  ['an unused [DEFAULT]', { 'jail.conf': `[DEFAULT]\nport = %(nope)s\n${enabled}` }, false],
  ['bantime of a disabled jail', { 'jail.conf': '[a]\nbantime = %\n' }, false],
  ['enabled of a jail', { 'jail.conf': '[a]\nenabled = %\n' }, true],
  ['backend of a disabled jail', { 'jail.conf': '[a]\nbackend = %\n' }, true],
  ['filter of a disabled jail', { 'jail.conf': '[a]\nfilter = %(nope)s\n' }, true],
  ['bantime of an enabled jail', { 'jail.conf': `${enabled}bantime = %\n` }, true],
  ['bantime of an enabled jail, inherited', { 'jail.conf': `[DEFAULT]\nbantime = %\n${enabled}` }, true],
  ['failregex of an enabled jail', { 'jail.conf': `${enabled}failregex = 5%\n` }, true],
  [
    'known/ without a filter that has it',
    { ...filter, 'jail.conf': `${enabled}filter = f\nignoreregex = %(known/ignoreregex)s\n` },
    true,
  ],
  [
    'known/ with one',
    { ...filter, 'jail.conf': `${enabled}filter = f\nfailregex = %(known/failregex)s\n` },
    false,
  ],
  ['failregex of the filter', withFilter('[Definition]\nfailregex = %\n'), true],
  ['another option of the filter', withFilter('[Definition]\nhelper = %\n'), true],
  ['[Init] of the filter', withFilter('[Definition]\n[Init]\nx = %(nope)s\n'), true],
  ['[DEFAULT] of the filter', withFilter('[DEFAULT]\nx = %\n[Definition]\n'), false],
  ['another section of the filter', withFilter('[Other]\nx = %\n[Definition]\n'), false],
  [
    'the filter of a disabled jail',
    { 'jail.conf': '[a]\nfilter = f\n', 'filter.d/f.conf': '[Definition]\nx = %\n' },
    false,
  ],
  [
    'a helper of an action',
    { 'jail.conf': `${enabled}action = b\n`, 'action.d/b.conf': '[Definition]\nx = %\n' },
    false,
  ],
  [
    'a helper of an action, in use',
    { 'jail.conf': `${enabled}action = b\n`, 'action.d/b.conf': '[Definition]\nactionban = <x>\nx = %\n' },
    true,
  ],
  [
    'actionban of an action',
    { 'jail.conf': `${enabled}action = b\n`, 'action.d/b.conf': '[Definition]\nactionban = %\n' },
    true,
  ],
  ['an option of fail2ban.conf', { 'fail2ban.conf': '[Definition]\nlogtarget = %\n' }, true],
  ['an unknown one of fail2ban.conf', { 'fail2ban.conf': '[Definition]\nx = %\n' }, false],
  ['[Thread] of fail2ban.conf', { 'fail2ban.conf': '[Definition]\n[Thread]\nstacksize = %\n' }, true],
])('%s: the load fails is %s', (_, files, fails) => {
  expect(loadFails(resolveTree({ 'fail2ban.conf': '[Definition]\n', 'jail.conf': '[b]\n', ...files }))).toBe(
    fails,
  );
});

test('references to nothing, in great number, come to an end', () => {
  const levels = Array.from({ length: 9 }, (_, level) => `l${level + 1} = ${`%(l${level})s`.repeat(20)}`);
  const files = { 'jail.conf': `[DEFAULT]\nl0 =\n${levels.join('\n')}\n[a]\nx = %(l9)s\n` };
  expect(errorIn(files)).toMatch(/^too-large, l\d, /);
});
