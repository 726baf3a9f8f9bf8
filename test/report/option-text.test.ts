import { rules } from '../../rules/index';
import { defineRule } from '../../src/api';
import type { KnownOption } from '../../src/knowledge/known-option';
import { knownOptions } from '../../src/knowledge/option-table';
import { defaultInWords, releasesInWords, rulesAbout, valueInWords } from '../../src/report/option-facts';
import { optionsText } from '../../src/report/option-text';

const rule = defineRule({
  id: 'jail/wet-paint',
  severity: 'warning',
  summary: 'a door that was painted today',
  why: 'With `paint = wet` people have it on their sleeves.',
  fix: 'wait a day',
  bad: { 'jail.local': '' },
  good: { 'jail.local': '' },
  evidence: [],
  check() {},
});

const paint: KnownOption = {
  reader: 'jail',
  name: 'paint',
  format: 'choice',
  words: ['wet', 'dry'],
  description: 'whether the door can be touched',
  default: 'dry',
  stock: 'wet',
  since: '1.1.1',
  note: 'in the rain it stays wet',
  examples: ['dry'],
};

test('everything there is to say about an option, in a fixed form', () => {
  const { isVariable: _, ...action } = { ...paint, reader: 'action-parameter', isVariable: true } as const;
  expect(optionsText([paint, action], [rule])).toBe(`paint (option of jails)
  whether the door can be touched

value
  one of wet, dry; in the rain it stays wet

default
  wet in the files of the package, dry where no file sets it

for example
  paint = dry

where
  jail.local or a file in jail.d: below [DEFAULT] for all jails, below the name of a jail for one

releases
  from 1.1.1 on

rules
  jail/wet-paint

paint (parameter of actions)
  whether the door can be touched

value
  one of wet, dry; in the rain it stays wet

default
  wet in the files of the package, dry where no file sets it

for example
  paint = dry

where
  a file in action.d, below [Init], or in brackets behind the name of the action in a jail

releases
  from 1.1.1 on

rules
  jail/wet-paint
`);
});

test('a variable is no option', () => {
  expect(optionsText([{ ...paint, isVariable: true }], [])).toContain(`paint (variable of jails)
  whether the door can be touched

  no option of fail2ban: it acts where a value asks for it, as %(paint)s

value
`);
});

const plain: KnownOption = { reader: 'daemon', name: 'x', format: 'integer', description: 'a number' };

test.each<[Partial<KnownOption>, string]>([
  [{}, 'none'],
  [{ default: '' }, 'empty'],
  [{ default: '1' }, '1'],
  [{ default: '1', stock: '1' }, '1'],
  [{ default: '1', stock: '2' }, '2 in the files of the package, 1 where no file sets it'],
  [{ default: '', stock: '2' }, '2 in the files of the package, empty where no file sets it'],
  [{ stock: '2' }, '2 in the files of the package'],
  [{ stock: '' }, 'empty in the files of the package'],
  [{ stock: null }, 'set in the files of the package'],
  [
    { stock: '2', stockUntil: '1.0' },
    '2 in the files of the package up to 1.0, then another for each system',
  ],
])('the default of %j', (option, words) => {
  expect(defaultInWords({ ...plain, ...option })).toBe(words);
});

test.each<[Partial<KnownOption>, string]>([
  [{}, 'all'],
  [{ since: '0.11' }, 'from 0.11 on'],
  [{ until: '1.0' }, 'up to 1.0'],
  [{ since: '0.10', until: '1.0' }, 'from 0.10 to 1.0'],
])('the releases of %j', (option, words) => {
  expect(releasesInWords({ ...plain, ...option })).toBe(words);
});

test('a log level may be a number', () => {
  expect(valueInWords({ ...plain, format: 'log-level', words: ['INFO', 'MSG'] })).toBe(
    'one of INFO, MSG, or a number',
  );
});

test('the rules about an option: about its kind of value, or naming it', () => {
  const ids = (reader: string, name: string) =>
    rulesAbout(knownOptions.find(each => each.reader === reader && each.name === name)!, rules);
  expect(ids('jail', 'findtime')).toContain('value/bad-time');
  expect(ids('jail', 'ignoreip')).toContain('value/bad-address');
  expect(ids('jail', 'logpath')).toContain('log/paths-on-one-line');
  expect(ids('jail', 'default_backend')).not.toContain('value/unknown-choice');
  expect(ids('action-parameter', 'name')).not.toContain('syntax/tag-loop');
});

test('a rule stands behind every kind of value that has one', () => {
  const ids = new Set(rules.map(each => each.id));
  const silent = new Set<string>([
    'text',
    'path',
    'file-names',
    'log-target',
    'ports',
    'log-paths',
    'command',
  ]);
  for (const { format } of knownOptions) {
    const [id] = rulesAbout({ ...plain, name: '', format }, rules);
    expect([format, id !== undefined && ids.has(id)]).toEqual([format, !silent.has(format)]);
  }
});
