import { rules } from '../../rules/index';
import { readSettings } from '../../src/config/settings';
import { ruleListJson } from '../../src/report/rule-list';
import { optionExample, optionLines } from '../../src/report/rule-options';
import { ruleText } from '../../src/report/rule-text';

const withOptions = rules.filter(rule => rule.options !== undefined);
const lenient = rules.find(rule => rule.id === 'policy/too-lenient')!;

test('some rules have options', () => {
  expect(withOptions.length).toBeGreaterThan(2);
});

test.each(withOptions.map(rule => [rule.id, rule] as const))(
  'the example for %s sets its defaults',
  (id, rule) => {
    const reading = readSettings(optionExample(rule).join('\n'), rules);
    const defaults = Object.entries(rule.options!).map(([name, option]) => [name, option.default] as const);
    expect(reading).toMatchObject({ kind: 'value', value: { options: new Map([[id, new Map(defaults)]]) } });
  },
);

test('options in words', () => {
  expect(optionLines(lenient)[1]).toEqual({
    name: 'bantime',
    summary: 'shorter bans are over too soon',
    fallback: '1 minute',
    least: '1 second',
  });
  expect(optionExample(lenient)).toEqual([
    '[rule policy/too-lenient]',
    'maxretry = 20',
    'bantime = 1m',
    'findtime = 1m',
  ]);
  expect(ruleText(lenient)).toContain(`options in .f2blintrc
  maxretry: more failures than this are too many; 20 by default, at least 1
  bantime: shorter bans are over too soon; 1 minute by default, at least 1 second
  findtime: shorter windows are never filled; 1 minute by default, at least 1 second

    [rule policy/too-lenient]
    maxretry = 20
    bantime = 1m
    findtime = 1m
`);
});

test('options for programs', () => {
  const [listed] = JSON.parse(ruleListJson([lenient])).rules;
  expect(listed.options[0]).toEqual({
    name: 'maxretry',
    summary: 'more failures than this are too many',
    unit: 'number',
    default: 20,
    minimum: 1,
  });
  const plain = rules.find(rule => rule.options === undefined)!;
  expect(JSON.parse(ruleListJson([plain])).rules[0].options).toEqual([]);
  expect(optionExample(plain)).toEqual([]);
  expect(ruleText(plain)).not.toContain('.f2blintrc');
});
