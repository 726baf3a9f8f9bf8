import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryDirectory } from '../temporary-directory';
import { collectOutput } from './collect-output';

const root = temporaryDirectory();
const name = 'roles/f2b/templates/jail.local.j2';

beforeAll(() => {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(
    join(root, name),
    '# {{ managed }}\n[sshd]\n{% if x %}\nenabled = true\n{% endif %}\nbantime = {{ y }}\nfindtime = 10 minuts\n',
  );
});

const run = (...args: readonly string[]) => collectOutput(args);

test('JSON has the lines of the template and no fix', async () => {
  const { code, output } = await run('lint', '--no-config', '--format', 'json', root);
  const { findings, setups } = JSON.parse(output);
  expect(findings).toEqual([
    expect.objectContaining({
      rule: 'value/bad-time',
      file: join(root, name),
      line: 7,
      column: 15,
      fixes: [],
    }),
  ]);
  expect(setups).toEqual([expect.objectContaining({ verdict: 'down' })]);
  expect(code).toBe(1);
});

test.each([
  ['text', '7 │ findtime = 10 minuts'],
  ['concise', 'jail.local.j2:7:15: error'],
  ['sarif', '"startLine": 7'],
  ['github', 'line=7,endLine=7,col=15'],
  ['gitlab', '"begin": 7'],
  ['junit', 'jail.local.j2:7:15'],
  ['checkstyle', '<error line="7" column="15"'],
  ['markdown', '| 7 | error |'],
  ['jsonl', '"line":7'],
])('%s names the line', async (format, expected) => {
  expect((await run('lint', '--no-config', '--format', format, root)).output).toContain(expected);
});

test('the one file can be named', async () => {
  const { output } = await run('lint', '--no-config', '--format', 'concise', join(root, name));
  expect(output.split('\n').filter(line => line !== '')).toHaveLength(1);
});

test.each([
  ['preflight', root],
  ['show', root],
  ['diff', root, root],
])('%s needs to know what comes out', async (...args) => {
  const { code, errors } = await run(...args);
  expect(errors).toContain('is a template');
  expect(code).toBe(2);
});

test('there is nothing to fix', async () => {
  const { output } = await run('lint', '--no-config', '--diff', root);
  expect(output).toBe('');
});

test('a baseline knows the findings of a template', async () => {
  const baseline = join(root, 'known.json');
  const asked = ['lint', '--no-config', '--quiet', '--format', 'concise', root, '--baseline', baseline];
  expect((await run(...asked, '--update-baseline')).errors).toContain('1 new, 0 taken out');
  expect(await run(...asked)).toEqual({ code: 0, output: '', errors: '' });
  const { errors } = await run(...asked, '--update-baseline');
  expect(errors).toContain('1 finding: 0 new, 0 taken out');
});

test('a comment in a template suppresses what stands below it there, in any branch', async () => {
  const directory = join(root, 'commented');
  mkdirSync(join(directory, 'templates'), { recursive: true });
  const path = join(directory, 'templates/jail.local.j2');
  const comment = '# f2blint-disable-next-line value/bad-time -- tried out';
  const branches = [`${comment}\nfindtime = 10 minuts\n`, `${comment}\nbantime = 1 hor\n`];
  writeFileSync(path, `[sshd]\n{% if x %}\n${branches.join('{% else %}\n')}{% endif %}\n`);
  const { output } = await run('lint', '--no-config', '--format', 'json', '--show-suppressed', path);
  const suppressed = { kind: 'inline', reason: 'tried out', until: null };
  expect(JSON.parse(output).findings).toEqual([
    expect.objectContaining({ file: path, line: 4, suppressed }),
    expect.objectContaining({ file: path, line: 7, suppressed }),
  ]);
});
