import Ajv from 'ajv/dist/2020';
import { rules } from '../../rules/index';
import schema from '../../schemas/rules.schema.json';
import { defineRule } from '../../src/api';
import { ruleListJson, ruleListText } from '../../src/report/rule-list';

const texts = { why: 'Why.', fix: 'fix', bad: {}, good: {}, evidence: [], check() {} };
const two = [
  defineRule({ id: 'mail/a', severity: 'error', summary: 'first', ...texts }),
  defineRule({ id: 'policy/second', severity: 'info', summary: 'second', ...texts }),
];

test('a line each, in columns', () => {
  expect(ruleListText(two)).toBe('error    mail/a         first\ninfo     policy/second  second\n');
  expect(ruleListText([])).toBe('');
});

test('the JSON follows its schema', () => {
  const validate = new Ajv().compile(schema);
  const document: unknown = JSON.parse(ruleListJson(rules));
  expect([validate(document), validate.errors]).toEqual([true, null]);
  expect(document).toMatchObject({ schemaVersion: 1, rules: rules.map(({ id }) => ({ id })) });
  expect(validate({ schemaVersion: 1, rules: [{ id: 'no group' }] })).toBe(false);
});
