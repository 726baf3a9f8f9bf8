import { valueIn } from './resolve-tree';

/** Section 5 of the semantics reference; each row is also a micro case of the corpus. */
const nested = (levels: number) =>
  Array.from({ length: levels }, (_, level) => `v${level} = %(v${level + 1})s`).join('\n');

describe('the value of x in [a]', () => {
  test.each<[string, Record<string, string>, string]>([
    ['a name of the same section', { 'jail.local': '[a]\ny = 1\nx = <%(y)s>\n' }, '<1>'],
    ['the section wins over [DEFAULT]', { 'jail.local': '[DEFAULT]\ny = 1\n[a]\ny = 2\nx = %(y)s\n' }, '2'],
    ['names in any case', { 'jail.local': '[a]\nMy = 1\nx = %(MY)s\n' }, '1'],
    ['a doubled per cent sign', { 'jail.local': '[a]\nx = 5%% of %%(y)s\n' }, '5% of %(y)s'],
    ['a lone per cent sign', { 'jail.local': '[a]\nx = 5% of\n' }, '(percent)'],
    ['a reference that is not closed', { 'jail.local': '[a]\nx = %(y\n' }, '(unclosed)'],
    ['a name nobody sets', { 'jail.local': '[a]\nx = %(y)s\n' }, '(missing)'],
    ['a reference to itself', { 'jail.local': '[a]\nx = %(x)s\n' }, '(depth)'],
    ['ten nested texts', { 'jail.local': `[a]\n${nested(10)}\nv10 = end\nx = %(v1)s\n` }, 'end'],
    ['eleven nested texts', { 'jail.local': `[a]\n${nested(10)}\nv10 = end\nx = %(v0)s\n` }, '(depth)'],
    ['the name of the section', { 'jail.local': '[DEFAULT]\nx = %(__name__)s\n[a]\n' }, 'a'],
    ['what fail2ban adds', { 'jail.local': '[a]\nx = %(fail2ban_confpath)s\n' }, '/etc/fail2ban'],
    ['another section, read here', { 'jail.local': '[b]\nz = %(y)s\n[a]\ny = 1\nx = %(b/z)s\n' }, '1'],
    ['a capital letter behind a slash', { 'jail.local': '[b]\nz = 1\n[a]\nx = %(b/Z)s\n' }, '(missing)'],
    [
      'default/ skips the section',
      { 'jail.local': '[DEFAULT]\ny = 1\n[a]\ny = 2\nx = %(default/y)s\n' },
      '1',
    ],
    ['a section that does not exist', { 'jail.local': '[DEFAULT]\ny = 1\n[a]\nx = %(b/y)s\n' }, '(missing)'],
    [
      'known/ is the value of the file before',
      { 'jail.conf': '[a]\nx = 1\n', 'jail.local': '[a]\nx = %(known/x)s 2\n' },
      '1 2',
    ],
    [
      'known/ remembers one step only',
      {
        'jail.conf': '[a]\nx = 1\n',
        'jail.d/b.conf': '[a]\nx = %(known/x)s 2\n',
        'jail.local': '[a]\nx = %(known/x)s 3\n',
      },
      '(depth)',
    ],
    ['known/ falls back to [DEFAULT]', { 'jail.local': '[DEFAULT]\ny = 1\n[a]\nx = %(known/y)s\n' }, '1'],
    ['line breaks are kept', { 'jail.local': '[a]\ny = 1\n  2\nx = %(y)s\n' }, '1\n2'],
    [
      'exponential growth',
      {
        'jail.local': `[a]\nv0 = ${'h'.repeat(10)}\n${Array.from({ length: 8 }, (_, n) => `v${n + 1} = ${`%(v${n})s`.repeat(10)}`).join('\n')}\nx = %(v8)s\n`,
      },
      '(too-large)',
    ],
  ])('%s', (_, files, expected) => {
    expect(valueIn(files, 'a', 'x')).toBe(expected);
  });
});
