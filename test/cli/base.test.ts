import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryDirectory } from '../temporary-directory';
import { builtCli, runCli } from './built-cli';
import { collectOutput } from './collect-output';

const directory = temporaryDirectory();
const script = builtCli();

function write(name: string, files: Readonly<Record<string, string>>): string {
  const tree = join(directory, name);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, file)), { recursive: true });
    writeFileSync(join(tree, file), text);
  }
  return tree;
}

const run = (...args: readonly string[]) => collectOutput(args);

const part = write('part', { 'jail.local': '[sshd]\nenabled = ture\nbantime = 1w\n' });

test('a part lies on a release, and the report says which', async () => {
  const { output } = await run('lint', part);
  expect(output).toContain(`${part}/jail.local:2:11 error value/wrong-type`);
  expect(output).toContain('read on the files of debian-1.0.2, as it has no jail.conf');
  expect(output).not.toContain('resolution/main-file-missing');
  const json = JSON.parse((await run('lint', part, '--format', 'json')).output);
  expect(json.setups[0]).toMatchObject({ base: 'debian-1.0.2', fail2ban: '1.0' });
  expect(json.findings.map(({ rule }: { rule: string }) => rule)).toContain('value/wrong-type');
});

test('--base none reads it as it is', async () => {
  const { output } = await run('lint', part, '--base', 'none', '--format', 'json');
  expect(output).toContain('resolution/main-file-missing');
  expect(JSON.parse(output).setups[0].base).toBe(null);
});

test('the command line beats the file, with auto too', async () => {
  const tree = write('settled', {
    '.f2blintrc': 'base = none\n',
    'jail.local': '[sshd]\nenabled = true\n',
  });
  const baseOf = async (...args: readonly string[]) =>
    JSON.parse((await run('lint', tree, '--format', 'json', ...args)).output).setups[0].base;
  expect(await baseOf()).toBe(null);
  expect(await baseOf('--base', 'auto')).toBe('debian-1.0.2');
  expect(await baseOf('--base', '1.1.1')).toBe('1.1.1');
});

test('show, preflight and enable take a base', async () => {
  const shown = await run('show', part, 'sshd.port', '--base', '1.1.1', '--format', 'json');
  expect(JSON.parse(shown.output)).toMatchObject({
    base: '1.1.1',
    fail2ban: '1.1.1',
    jails: { sshd: { options: { port: { value: 'ssh', origin: { file: 'jail.conf' } } } } },
  });
  expect((await run('preflight', part)).output).toMatch(/^(?:up|nothing|down): fail2ban 1\.0/);
  const tree = write('enabled', { 'jail.d/mine.conf': '[sshd]\nmaxretry = 4\n' });
  expect(await run('enable', tree, 'nginx-http-auth')).toMatchObject({ code: 0 });
  expect(readFileSync(join(tree, 'jail.local'), 'utf8')).toContain('[nginx-http-auth]\nenabled = true\n');
  expect(existsSync(join(tree, 'jail.conf'))).toBe(false);
});

test('what is opaque is shown as an ellipsis', async () => {
  const { output } = await run('show', part, 'filter:sshd');
  expect(output).toContain('failregex = ');
  expect(output).toContain('…');
  expect(output).not.toMatch(/[\ufdd0-\ufdef\ue000-\uf8ff]/);
  expect((await run('show', part, 'filter:sshd', '--format', 'json')).output).not.toMatch(/[\ufdd0-\ufdef]/);
});

test('two parts are compared on one base', async () => {
  const old = write('old', { 'jail.local': '[sshd]\nenabled = true\n' });
  const now = write('now', { 'jail.local': '[sshd]\nenabled = true\nbantime = 1h\n[xrdp]\nmaxretry = 3\n' });
  const { output } = await run('diff', old, now);
  expect(output).toContain('sshd: bantime for 10 minutes → for 1 hour (jail.local:3)');
  expect((await run('diff', old, old)).code).toBe(0);
});

describe('a directory as base', () => {
  const stock = write('stock', {
    'jail.conf': '[DEFAULT]\nbantime = 10m\n[web]\nlogpath = /var/log/web.log\n',
    'jail.local': '[DEFAULT]\nusedns = warm\n',
    'fail2ban.conf': '[Definition]\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/own.conf': '[Definition]\nactionban = true <ip>\n',
  });
  const own = write('own', { 'jail.d/x.conf': '[web]\nenabled = flase\n' });

  test('brings what the tree lacks', async () => {
    const { output } = await run('lint', own, '--base', stock);
    expect(output).toContain(`${own}/jail.d/x.conf:2:11 error value/wrong-type`);
    expect(output).toContain(`${own}/jail.local:2:10`);
    expect(output).toContain(`read on the files of ${stock}\n`);
  });

  test('is never written to', async () => {
    await run('lint', own, '--base', stock, '--fix=all');
    expect(readFileSync(join(own, 'jail.d/x.conf'), 'utf8')).toContain('enabled = false');
    expect(readFileSync(join(stock, 'jail.local'), 'utf8')).toBe('[DEFAULT]\nusedns = warm\n');
    expect(existsSync(join(own, 'jail.local'))).toBe(false);
  });

  test.each([
    ['debian-1.0.3', 'did you mean debian-1.0.2?'],
    ['nowhere', 'one of auto, none, master, 1.1.1'],
    ['./nowhere', 'is no directory'],
  ])('%s is none', async (base, hint) => {
    const { code, errors } = await run('lint', own, '--base', base);
    expect(code).toBe(2);
    expect(errors).toContain(hint);
  });
});

describe('--as', () => {
  const file = join(write('upload', { 'a.tmp': '[sshd]\nenabled = ture\n' }), 'a.tmp');
  const base = ['--base', 'debian-1.0.2'];

  test('one file is judged under its name, and shown under its path', async () => {
    const { code, output } = await run('lint', '--as', 'jail.local', file, ...base, '--format', 'json');
    expect(code).toBe(1);
    const { findings, summary } = JSON.parse(output);
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'value/wrong-type', file, line: 2, column: 11 }),
    );
    expect(new Set(findings.map((each: { file: string }) => each.file))).toEqual(new Set([file]));
    expect(summary.files).toBe(1);
  });

  test('what stands elsewhere is not reported', async () => {
    const good = join(write('good', { x: '[DEFAULT]\nmaxretry = 4\n' }), 'x');
    const stock = write('broken', {
      'jail.conf': '[sshd]\nbantime = 1x\nenabled = true\n',
      'jail.local': '[',
    });
    const { code, output } = await run('lint', '--as', 'jail.local', good, '--base', stock);
    expect({ code, output }).toMatchObject({
      code: 0,
      output: expect.stringContaining('no findings in 1 file'),
    });
  });

  test('a file that is not UTF-8 is shown under its path, too', async () => {
    const path = join(directory, 'latin1');
    writeFileSync(path, Buffer.from('[sshd]\n# \xfc\n', 'latin1'));
    expect((await run('lint', '--as', 'jail.local', path, ...base)).output).toContain(`${path}:2:3`);
  });

  test('--fix writes that file alone', async () => {
    const fixed = join(write('fixed', { 'b.tmp': '[sshd]\nenabled = ture\n' }), 'b.tmp');
    await run('lint', '--as', 'jail.local', fixed, ...base, '--fix');
    expect(readFileSync(fixed, 'utf8')).toBe('[sshd]\nenabled = true\n');
    expect(existsSync('etc/fail2ban')).toBe(false);
  });

  test.each([
    [['--as', 'jail.d/x', file], 'did you mean jail.d/x.conf?'],
    [['--as', '/etc/fail2ban/filter.d/x.conf', file], 'did you mean filter.d/x.conf?'],
    [['--as', 'x.txt', file], '--as takes names such as'],
    [['--as', 'jail.local'], 'for one file'],
    [['--as', 'jail.local', file, file], 'for one file'],
    [['--as', 'jail.local', directory], 'is a directory'],
    [['--as', 'jail.local', join(directory, 'nowhere')], 'does not exist'],
    [['-'], 'say what it is to be read as'],
    [['--as', 'jail.local', '-', '--fix'], 'standard input can not be fixed'],
  ])('%j is refused', async (args, message) => {
    const { code, output, errors } = await run('lint', ...args);
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(errors).toContain(message);
  });
});

test('standard input is a file of the name that is said', () => {
  const args = ['--as', 'filter.d/web.conf', '-', '--base', '1.1.1', '--format', 'concise'];
  const input = '[Definition]\nfailregex = ^bad login$\n';
  const { status, stdout } = runCli(script, args, 60, input);
  expect(stdout).toMatch(/^filter\.d\/web\.conf:2:13: warning: .*\[filter\/no-host\]\n/);
  expect(status).toBe(1);
});
