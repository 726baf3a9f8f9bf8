import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../rules/index';
import { readBaseline } from '../../src/config/baseline-file';
import { lintExample } from '../../src/lint/example';

const page = readFileSync(join(__dirname, '../../docs/suppressing.md'), 'utf8');

test('the comments of docs/suppressing.md are in order', () => {
  const jail = /```ini\n([\s\S]*?)```/.exec(page)![1]!;
  const { diagnostics, suppressed } = lintExample(
    {
      'jail.local': jail.replace(
        'enabled = true\n',
        'enabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\n',
      ),
      'filter.d/sshd.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    },
    rules,
  );
  expect(suppressed.map(each => each.diagnostic.rule)).toEqual([
    'policy/permanent-ban',
    'policy/too-lenient',
  ]);
  expect(diagnostics.filter(({ rule }) => rule.startsWith('suppression/'))).toEqual([]);
});

test('its baseline is one', () => {
  const entry = /```json\n([\s\S]*?)```/.exec(page)![1]!;
  expect(readBaseline(`{"schemaVersion": 1, "findings": [${entry}]}`).kind).toBe('value');
});

test('it names every rule there is about comments', () => {
  const named = [...page.matchAll(/^\| \[(suppression\/[\w-]+)\]\([^)]*\) \| (\w+) \|/gm)].map(
    ([, id, severity]) => `${id} ${severity}`,
  );
  const all = rules
    .filter(({ id }) => id.startsWith('suppression/'))
    .map(({ id, severity }) => `${id} ${severity}`);
  expect(named.sort()).toEqual(all.sort());
});
