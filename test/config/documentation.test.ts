import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../rules/index';
import { readSettings } from '../../src/config/settings';

test('the example of docs/configuration.md is understood', () => {
  const page = readFileSync(join(__dirname, '../../docs/configuration.md'), 'utf8');
  const example = /```ini\n([\s\S]*?)```/.exec(page)![1]!;
  expect(readSettings(example, rules)).toMatchObject({
    kind: 'value',
    value: { preset: 'recommended', maxWarnings: 0, policySchema: 'policy.schema.json' },
  });
});
