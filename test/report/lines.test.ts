import Ajv from 'ajv/dist/2020';
import lintSchema from '../../schemas/lint.schema.json';
import lineSchema from '../../schemas/lint-line.schema.json';
import { concise } from '../../src/report/concise';
import { jsonl } from '../../src/report/jsonl';
import { lintJson } from '../../src/report/lint-json';
import { printable } from '../../src/text/printable';
import { echo, hostileTexts, manyFindings, nothing } from './report-outcomes';

describe('concise', () => {
  test('place, severity, message, rule', () => {
    expect(concise(echo(['x']).outcomes).split('\n')[0]).toBe(
      'etc/fail2ban/jail.d/0-x.conf:1:1: error: says x [daemon/error]',
    );
    expect(concise(nothing.outcomes)).toBe('');
  });

  test('hostile values stay on their line', () => {
    const lines = concise(echo(hostileTexts).outcomes).slice(0, -1).split('\n');
    expect(lines).toHaveLength(3 * hostileTexts.length);
    const pattern =
      /^etc\/fail2ban\/jail\.d\/\d+-[^\p{Cc}]*:1:1: (?:error|warning|info): says [^\p{Cc}]* \[daemon\/\w+\]$/u;
    expect(lines.filter(line => !pattern.test(line))).toEqual([]);
    for (const text of hostileTexts) expect(lines.join('\n')).toContain(`: says ${printable(text)} [`);
  });

  test('a name that CI could take for a command does not start a line', () => {
    expect(concise(echo(['x'], '::error::x').outcomes)).toMatch(/^(?:\.\/::error.*\n){3}$/);
  });
});

describe('jsonl', () => {
  const validate = new Ajv({ allowUnionTypes: true })
    .addSchema(lintSchema, 'lint.schema.json')
    .compile(lineSchema);

  test.each([
    ['hostile values', echo(hostileTexts)],
    ['many', manyFindings(10_000)],
    ['none', nothing],
  ])('%s: each line is a finding as in json, and follows the schema', (_, { outcomes }) => {
    const lines = jsonl(outcomes).split('\n').slice(0, -1);
    const findings = lines.map(line => JSON.parse(line) as unknown);
    expect(findings).toEqual(JSON.parse(lintJson(outcomes, '1.2.3')).findings);
    expect(findings.filter(finding => !validate(finding))).toEqual([]);
    expect(lines.filter(line => /[\p{Cc}\p{Cs}\u202a-\u202e]/u.test(line))).toEqual([]);
  });

  test('the schema refuses what is no finding', () => {
    expect(validate({ rule: 'a/b' })).toBe(false);
  });
});
