import { junit } from '../../src/report/junit';
import { printable } from '../../src/text/printable';
import { type Element, readXml } from './read-xml';
import { echo, hostileTexts, lintFiles, manyFindings, nothing, type Reported, run } from './report-outcomes';

function suitesOf({ outcomes, run }: Reported): readonly Element[] {
  const document = readXml(junit(outcomes, run));
  expect(document.name).toBe('testsuites');
  const cases = document.children.flatMap(({ children }) => children);
  const failures = cases.filter(({ children }) => children[0]?.name === 'failure');
  expect(document.attributes).toMatchObject({
    tests: String(cases.length),
    failures: String(failures.length),
    errors: '0',
  });
  for (const { name, attributes, children } of document.children) {
    expect(name).toBe('testsuite');
    expect(attributes.tests).toBe(String(children.length));
    const names = children.map(each => `${each.attributes.classname} ${each.attributes.name}`);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(children.map(each => each.name))).toEqual(new Set(['testcase']));
  }
  return document.children;
}

test('a tree without findings is a case that passes', () => {
  const [suite] = suitesOf(nothing);
  expect(suite?.children).toEqual([
    expect.objectContaining({ attributes: expect.objectContaining({ name: 'no findings' }), children: [] }),
  ]);
});

test('errors and warnings fail, an info passes', () => {
  const [suite] = suitesOf(echo(['x']));
  expect(suite?.attributes).toMatchObject({ name: 'etc/fail2ban', tests: '3', failures: '2' });
  const answers = suite?.children.map(({ children: [answer] }) => [answer?.name, answer?.attributes.type]);
  expect(answers).toEqual([
    ['failure', 'error'],
    ['system-out', undefined],
    ['failure', 'warning'],
  ]);
});

test('a case for each of several trees', () => {
  const trees = ['a', 'b'].map(root => lintFiles(new Map([['jail.local', '[x]\n']]), [], root));
  expect(suitesOf({ outcomes: trees, run: { ...run, rules: [] } }).map(each => each.attributes.name)).toEqual(
    ['a', 'b'],
  );
});

test('hostile values are text', () => {
  const [suite] = suitesOf(echo(hostileTexts));
  const names = suite!.children.map(({ attributes }) => attributes.name);
  for (const text of hostileTexts) {
    if (!/[\ufffe\uffff]/.test(text)) expect(names).toContain(`daemon/error: ${printable(`says ${text}`)}`);
  }
  expect(names).toContain('daemon/error: says \\u{fffe}\\u{ffff}');
});

test('10,000 findings', () => {
  expect(suitesOf(manyFindings(10_000))[0]?.children).toHaveLength(10_000);
});
