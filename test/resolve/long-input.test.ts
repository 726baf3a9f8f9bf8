import { commandLines } from '../../src/resolve/setup';
import { piecesOf } from '../../src/text/pieces';
import { resolveTree } from './resolve-tree';

type Files = Readonly<Record<string, string>>;

const jail = '[j]\nenabled = true\nfilter = f\n';
const filter = { 'filter.d/f.conf': '[Definition]\nfailregex = x\n' };
const many = 20_000;
const times = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

// Trees on which a crash or anything but about linear time would show; whether the load fails.
test.each<readonly [string, Files, boolean]>([
  [
    'references to one name',
    { ...filter, 'jail.conf': `[DEFAULT]\na = x\n${jail}bantime = ${'%(a)s'.repeat(many)}\n` },
    false,
  ],
  ['open references', { ...filter, 'jail.conf': `${jail}bantime = ${'%(a/'.repeat(many)}\n` }, true],
  ['doubled signs', { ...filter, 'jail.conf': `${jail}bantime = ${'%%'.repeat(many)}\n` }, false],
  [
    'a chain of tags',
    { 'jail.conf': jail, 'filter.d/f.conf': `[Definition]\n${times(many, n => `t${n} = <t${n + 1}>`)}\n` },
    true,
  ],
  [
    'a chain of tags, last first',
    { 'jail.conf': jail, 'filter.d/f.conf': `[Definition]\n${times(many, n => `t${n + 1} = <t${n}>`)}\n` },
    false,
  ],
  [
    'tags in one text',
    {
      'jail.conf': jail,
      'filter.d/f.conf': `[Definition]\nfailregex = ${times(900, n => `<t${n}>`).replaceAll('\n', '')}\n${times(900, n => `t${n} = x`)}\n`,
    },
    false,
  ],
  [
    'faults in a filter',
    { 'jail.conf': jail, 'filter.d/f.conf': `[Definition]\n${times(150_000, n => `k${n} = %`)}\n` },
    true,
  ],
  [
    'parameters',
    {
      ...filter,
      'jail.conf': `[j]\nenabled = true\nfilter = f[${times(many, n => `k${n}=v`).replaceAll('\n', ',')}]\n`,
    },
    false,
  ],
  ['actions', { 'jail.conf': `[j]\nenabled = true\naction = ${'b.py[x=y] '.repeat(many)}\n` }, false],
  ['log paths', { 'jail.conf': `[j]\nenabled = true\nlogpath = ${times(many, n => ` /l${n}`)}\n` }, false],
  [
    'addresses',
    { 'jail.conf': `[j]\nenabled = true\nignoreip = ${times(many, n => ` 10.0.0.${n}`)}\n` },
    false,
  ],
  ['regexes', { 'jail.conf': `[j]\nenabled = true\nfailregex = ${times(many, n => ` r${n}`)}\n` }, false],
  ['jails', { ...filter, 'jail.conf': times(5000, n => jail.replace('j', `j${n}`)) }, false],
  [
    'includes',
    { ...filter, 'jail.conf': `[INCLUDES]\nbefore = ${times(many, n => ` i${n}.conf`)}\n${jail}` },
    false,
  ],
  ['slashes', { ...filter, 'jail.conf': `[INCLUDES]\nbefore = ${'/'.repeat(1_000_000)}x/y\n${jail}` }, false],
  ['dots', { ...filter, 'jail.conf': `[INCLUDES]\nbefore = ${'.'.repeat(1_000_000)}\n${jail}` }, false],
  ['a name of 1 MB', { 'jail.conf': `[${'j'.repeat(1_000_000)}]\nenabled = true\n` }, false],
])('%s', (_, files, fails) => {
  const lines = commandLines(resolveTree({ 'fail2ban.conf': '[Definition]\n', ...files }));
  expect(lines.length === 0).toBe(fails);
});

test('a text made of 900 tags tells its places', () => {
  const text = `[Definition]\nfailregex = ${times(900, n => `<t${n}>`).replaceAll('\n', '')}\n${times(900, n => `t${n} = x`)}\n`;
  const [first] = resolveTree({ 'jail.conf': jail, 'filter.d/f.conf': text }).jails;
  expect(piecesOf(first!.filter!.texts.get('failregex')!)).toHaveLength(900);
});
