import { rules } from '../../rules/index';
import { atFile, defineRule } from '../../src/api';
import { lintBadExample } from '../../src/lint/example';
import { sarif } from '../../src/report/sarif';
import { sarifFix } from '../../src/report/sarif-fix';
import { echo, hostileTexts, lintFiles, manyFindings, nothing, type Reported, run } from './report-outcomes';
import { sarifFaults } from './sarif-faults';

interface Log {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly invocations: readonly [{ readonly toolExecutionNotifications?: readonly unknown[] }];
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly message: { readonly text: string };
        readonly locations: readonly [
          { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } },
        ];
        readonly partialFingerprints: { readonly 'f2blint/v1': string };
      }[];
    },
  ];
}

function log({ outcomes, run }: Reported): Log['runs'][0] {
  return read({ outcomes, run }).runs[0];
}

function read({
  outcomes,
  run,
}: {
  outcomes: Parameters<typeof sarif>[0];
  run: Parameters<typeof sarif>[1];
}) {
  const document = JSON.parse(sarif(outcomes, run)) as Log;
  expect(sarifFaults(document)).toEqual([]);
  return document;
}

const bad = rules.map(rule => [rule.id, rule] as const);

test.each(bad)('the bad example of %s', (_id, rule) => {
  const outcome = lintBadExample(rule, rules);
  const { results, tool } = log({ outcomes: [outcome], run: { ...run, rules } });
  expect(results).toHaveLength(outcome.diagnostics.length);
  expect(tool.driver.rules.map(({ id }) => id)).toEqual([rule.id]);
});

test('nothing found', () => {
  expect(log(nothing)).toMatchObject({ results: [], tool: { driver: { rules: [] } } });
});

test('hostile values', () => {
  const { results, tool } = log(echo(hostileTexts));
  expect(results).toHaveLength(3 * hostileTexts.length);
  for (const { ruleId, ruleIndex, message } of results) {
    expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    expect(message.text).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]|\]\(/u);
  }
});

test('10,000 findings', () => {
  const { results } = log(manyFindings(10_000));
  expect(new Set(results.map(each => each.partialFingerprints['f2blint/v1'])).size).toBe(10_000);
});

describe('names of files', () => {
  const uriOf = (root: string) => {
    const [first] = log(echo(['x'], root)).results;
    return first?.locations[0].physicalLocation.artifactLocation;
  };

  test.each([
    ['etc/fail2ban', 'etc/fail2ban'],
    ['/work/etc/fail2ban', 'etc/fail2ban'],
    ['etc/50% & [x]?#é', 'etc/50%25%20%26%20%5Bx%5D%3F%23%C3%A9'],
    ['a:b/etc', 'a%3Ab/etc'],
  ])('%s lies in the repository', (root, uri) => {
    expect(uriOf(root)).toEqual({ uri: `${uri}/jail.d/0-x.conf`, uriBaseId: '%SRCROOT%' });
  });

  test.each([
    ['/etc/fail2ban', 'file:///etc/fail2ban'],
    ['/workshop', 'file:///workshop'],
  ])('%s lies elsewhere', (root, uri) => {
    expect(uriOf(root)).toEqual({ uri: `${uri}/jail.d/0-x.conf` });
  });
});

test('a file that could not be read is a notification too', () => {
  const rule = defineRule({
    id: 'resolution/unread',
    severity: 'error',
    summary: 'unread',
    why: 'Because.',
    fix: 'do it',
    bad: {},
    good: {},
    evidence: [],
    check: ({ files }, report) => {
      for (const { file } of files)
        report({ at: atFile(file), message: `${file.name} is ${file.entry.kind}` });
    },
  });
  const outcome = lintFiles(
    new Map([
      ['jail.local/x', ''],
      ['jail.conf', '[x]\n'],
    ]),
    [rule],
  );
  const { invocations, results } = log({ outcomes: [outcome], run });
  expect(results).toHaveLength(2);
  expect(invocations[0].toolExecutionNotifications).toEqual([
    expect.objectContaining({ message: { text: 'jail.local is directory' } }),
  ]);
});

test('a fix follows the schema', () => {
  const at = (line: number, column: number) => ({ line, column });
  const edits = [
    { path: 'a/jail.local', start: at(1, 1), end: at(2, 1), text: '' },
    { path: 'a/jail.d/x y.conf', start: at(3, 1), end: at(3, 1), text: 'bantime = 1h\n' },
    { path: 'a/jail.local', start: at(4, 2), end: at(4, 5), text: 'x' },
  ];
  const fix = sarifFix({ safety: 'safe', title: 'mend [it](x)', edits }, '/work');
  expect(fix.artifactChanges.map(each => [each.artifactLocation.uri, each.replacements.length])).toEqual([
    ['a/jail.local', 2],
    ['a/jail.d/x%20y.conf', 1],
  ]);
  const document = JSON.parse(sarif(echo(['x']).outcomes, run));
  document.runs[0].results[0].fixes = [fix];
  expect(sarifFaults(document)).toEqual([]);
});

test('the schema refuses what is not in it', () => {
  const document = JSON.parse(sarif(echo(['x']).outcomes, run));
  document.runs[0].results[0].level = 'fatal';
  expect(sarifFaults(document)).not.toEqual([]);
});
