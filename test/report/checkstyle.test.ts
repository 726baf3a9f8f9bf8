import { checkstyle } from '../../src/report/checkstyle';
import { printable } from '../../src/text/printable';
import { type Element, readXml } from './read-xml';
import { echo, hostileTexts, manyFindings, nothing, type Reported } from './report-outcomes';

function filesOf({ outcomes, run }: Reported): readonly Element[] {
  const document = readXml(checkstyle(outcomes, run));
  expect(document.name).toBe('checkstyle');
  expect(new Set(document.children.map(({ name }) => name)).size).toBeLessThanOrEqual(1);
  return document.children;
}

test('nothing found', () => {
  expect(filesOf(nothing)).toEqual([]);
});

test('findings stand below their file', () => {
  const [file, ...more] = filesOf(echo(['x']));
  expect(more).toEqual([]);
  expect(file).toMatchObject({ name: 'file', attributes: { name: 'etc/fail2ban/jail.d/0-x.conf' } });
  expect(file?.children.map(({ attributes }) => attributes)).toEqual(
    ['error', 'info', 'warning'].map(severity => ({
      line: '1',
      column: '1',
      severity,
      message: 'says x',
      source: `f2blint.daemon/${severity}`,
    })),
  );
});

test('hostile values are text', () => {
  const files = filesOf(echo(hostileTexts));
  expect(files).toHaveLength(hostileTexts.length);
  const messages = files.flatMap(({ children }) => children.map(each => each.attributes.message));
  for (const text of hostileTexts) {
    if (!/[\ufffe\uffff]/.test(text)) expect(messages).toContain(printable(`says ${text}`));
  }
});

test('10,000 findings', () => {
  expect(filesOf(manyFindings(10_000))[0]?.children).toHaveLength(10_000);
});
