import type { Reader } from '../../src/knowledge/known-option';
import { knownOptions } from '../../src/knowledge/option-table';
import {
  findByAlias,
  findOptions,
  isKnownOption,
  namesOfFormat,
  optionsOf,
} from '../../src/knowledge/options';
import { stockFile } from '../../src/knowledge/stock';

test.each<[Reader, string, boolean]>([
  ['jail', 'maxretry', true],
  ['jail', 'port', true],
  ['jail', 'skip_if_nologs', true],
  ['jail', 'loglevel', false],
  ['jail', 'timeout', false],
  ['jail', '__proto__', false],
  ['daemon', 'loglevel', true],
  ['daemon', 'allowipv6', true],
  ['daemon', 'stacksize', false],
  ['thread', 'stacksize', true],
  ['filter', 'mode', false],
  ['filter-parameter', 'mode', true],
])('%s knows %s: %s', (reader, name, known) => {
  expect(isKnownOption(reader, name)).toBe(known);
});

test('a name may belong to several readers', () => {
  expect(findOptions('failregex').map(({ reader }) => reader)).toEqual(['jail', 'filter']);
  expect(findOptions('constructor')).toEqual([]);
  expect(findByAlias('logfile').map(({ name }) => name)).toEqual(['logpath', 'logtarget']);
});

test('hyphens and underscores make no other name, but at its ends', () => {
  expect(findByAlias('ban-time').map(({ name }) => name)).toEqual(['bantime']);
  expect(findByAlias('skip-if-no-logs').map(({ name }) => name)).toEqual(['skip_if_nologs']);
  expect(findByAlias('_bantime')).toEqual([]);
  expect(findByAlias('action__')).toEqual([]);
  expect(findByAlias('')).toEqual([]);
});

test('no option is described twice', () => {
  const names = knownOptions.map(({ reader, name }) => `${reader} ${name}`);
  expect(new Set(names).size).toBe(names.length);
});

test('an alias is no option of the same reader, and means one option of it', () => {
  for (const { reader, aliases = [] } of knownOptions) {
    for (const alias of aliases) {
      expect(isKnownOption(reader, alias)).toBe(false);
      expect(findByAlias(alias).filter(each => each.reader === reader)).toHaveLength(1);
    }
  }
});

test('what a jail and its filter both have is written in the same way', () => {
  for (const [name, { format, words }] of optionsOf('filter')) {
    expect(optionsOf('jail').get(name)).toMatchObject({ format, ...(words && { words }) });
  }
});

test('times, switches and numbers', () => {
  const times = ['bantime', 'findtime', 'bantime.maxtime', 'bantime.rndtime', 'dbpurgeage', 'timeout'];
  expect(namesOfFormat('time')).toEqual(times);
  expect(namesOfFormat('integer')).toEqual([
    'maxretry',
    'maxmatches',
    'maxlines',
    'dbmaxmatches',
    'stacksize',
  ]);
  expect(namesOfFormat('boolean')).toHaveLength(9);
});

describe('what the stock files of every release set is known', () => {
  const sections = [
    ['jail.conf', 'DEFAULT', 'jail'],
    ['fail2ban.conf', 'DEFAULT', 'daemon'],
    ['paths-common.conf', 'DEFAULT', 'jail'],
  ] as const;
  const told = stockFile('jail.conf')!.releases.filter(release =>
    /^(?:0\.11|1\.|debian|master)/.test(release),
  );

  test.each(sections)('%s [%s]', (file, section, reader) => {
    const settings = stockFile(file)!.sections.get(section)!.options;
    for (const [name, values] of settings) {
      const option = optionsOf(reader).get(name);
      if (option === undefined && file.startsWith('paths-')) continue;
      const set = values.filter(({ releases }) => releases.some(release => told.includes(release)));
      if (set.length === 0 || option?.stock === null) continue;
      expect(set.map(({ value }) => `${name} = ${value}`)).toEqual([`${name} = ${option?.stock}`]);
    }
  });

  test('and in every jail', () => {
    const jails = [...stockFile('jail.conf')!.sections].filter(([name]) => name !== 'INCLUDES');
    const names = new Set(jails.flatMap(([, { options }]) => [...options.keys()]));
    expect([...names].filter(name => !isKnownOption('jail', name))).toEqual([]);
  });

  test('from and until the releases that are named', () => {
    const { options } = stockFile('jail.conf')!.sections.get('DEFAULT')!;
    const { until } = optionsOf('jail').get('action_badips')!;
    expect(until).toBe('0.11');
    const releases = options.get('action_badips')!.flatMap(each => each.releases);
    expect(releases).toContain('0.11.2');
    expect(releases).not.toContain('1.0.2');
    const banaction = options.get('banaction')!.flatMap(each => each.releases);
    expect(banaction).toContain('1.1.0');
    expect(banaction).not.toContain('1.1.1');
  });
});
