import { rules } from '../../rules/index';
import { minimal1 } from '../../src/config/minimal-1';
import { presetGrades, presetNames } from '../../src/config/presets';
import { recommended1 } from '../../src/config/recommended-1';
import { strict1 } from '../../src/config/strict-1';
import { graded } from '../../src/lint/grade';

// a new rule has to be decided on: place it in each preset that is not released yet
describe.each([
  ['recommended@1', recommended1],
  ['strict@1', strict1],
  ['minimal@1', minimal1],
])('%s', (_, preset) => {
  test('places every rule', () => {
    expect(rules.map(rule => rule.id).filter(id => !Object.hasOwn(preset, id))).toEqual([]);
  });

  test('stands in order', () => {
    expect(Object.keys(preset)).toEqual(Object.keys(preset).sort());
  });
});

test('minimal takes each rule for errors and leaves advice out', () => {
  const wrong = rules.filter(({ id, severity }) =>
    severity === 'error' ? minimal1[id] !== 'errors-only' : severity === 'info' && minimal1[id] !== 'off',
  );
  expect(wrong.map(rule => rule.id)).toEqual([]);
});

test('a rule that a preset does not know is off', () => {
  expect(presetGrades('recommended@1', ['new/rule', 'syntax/encoding', '__proto__'])).toEqual(
    new Map([
      ['new/rule', 'off'],
      ['__proto__', 'off'],
    ]),
  );
});

test('a plain name is its newest number', () => {
  const ids = rules.map(rule => rule.id);
  for (const name of ['recommended', 'strict', 'minimal']) {
    expect(presetNames).toContain(name);
    expect(presetGrades(name, ids)).toEqual(presetGrades(`${name}@1`, ids));
  }
});

test.each(['', 'strict@2', '__proto__', 'Recommended'])('there is no preset %j', name => {
  expect(presetGrades(name, [])).toBeUndefined();
});

test.each([
  ['info', undefined, 'info'],
  ['info', 'error', 'error'],
  ['error', 'info', 'info'],
  ['error', 'off', undefined],
  ['error', 'errors-only', 'error'],
  ['warning', 'errors-only', undefined],
  ['info', 'at-least-warning', 'warning'],
  ['error', 'at-least-warning', 'error'],
] as const)('%s under %s is %s', (severity, grade, expected) => {
  expect(graded(severity, grade)).toBe(expected);
});
