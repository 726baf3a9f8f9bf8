import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryDirectory } from '../temporary-directory';
import { builtCli } from './built-cli';

const script = builtCli();
const directory = temporaryDirectory();

function run(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--no-config', ...args], {
    cwd: directory,
    encoding: 'utf8',
    input,
  });
  return { status, stdout, stderr };
}

const bad = '[sshd]\nenabled = true\nbantime = 1x\n';
const good = '[sshd]\nenabled = true\nbantime = 1h\n';
const badLine = (name: string) =>
  new RegExp(`^${name}:3:12: error: bantime = "1x" .* \\[value/bad-time\\]$`, 'm');

beforeAll(() => {
  writeFileSync(join(directory, 'bad.tmp'), bad);
  writeFileSync(join(directory, 'good.tmp'), good);
  mkdirSync(join(directory, 'conf/filter.d'), { recursive: true });
  writeFileSync(join(directory, 'conf/jail.conf'), '[web]\nfilter = web\nlogpath = /var/log/web.log\n');
  writeFileSync(join(directory, 'conf/jail.local'), 'not read at all\n');
  writeFileSync(join(directory, 'conf/filter.d/web.conf'), '[Definition]\nfailregex = ^no <HOST>$\n');
});

test.each([
  ['jail.local', []],
  ['jail.local', ['--base', 'debian-1.0.2']],
  ['jail.d/x.conf', ['--base', '1.1.1']],
])('a file is judged as %s with %j', (name, base) => {
  const { status, stdout } = run(['--as', name, 'bad.tmp', '--format', 'concise', ...base]);
  expect(stdout).toMatch(badLine('bad.tmp'));
  expect(stdout.match(/: error: /g)).toHaveLength(1);
  expect(status).toBe(1);
  expect(run(['--as', name, 'good.tmp', '--fail-on', 'error', ...base]).status).toBe(0);
});

test('standard input is called by its name', () => {
  const { status, stdout } = run(['--as', 'jail.local', '-', '--format', 'concise', '--base', '1.0.2'], bad);
  expect(stdout).toMatch(badLine('jail.local'));
  expect(status).toBe(1);
});

test('a file stands in the place of the one of its name in a directory', () => {
  const asked = ['--as', 'jail.local', '--base', './conf', '--format', 'concise'];
  const { status, stdout } = run([...asked, '-'], '[web]\nenabled = ture\n');
  expect(stdout).toMatch(/^jail\.local:2:11: .* \[value\/wrong-type\]$/m);
  expect(stdout).not.toContain('[syntax/parse-error]');
  expect(status).toBe(1);
  expect(run([...asked, '-'], '[wbe]\nfilter = wbe\nenabled = true\n').stdout).toContain(
    '[jail/filter-not-found]',
  );
});

test('a fix is written to the file alone', () => {
  const path = join(directory, 'fix.tmp');
  writeFileSync(path, '[sshd]\nenabled = true # on\n');
  run(['--as', 'jail.local', path, '--base', '1.0.2', '--fix']);
  expect(readFileSync(path, 'utf8')).toMatch(/^enabled = true$/m);
});

test.each([
  [
    'a name that fail2ban does not read',
    ['--as', 'jail.txt', 'good.tmp'],
    'fail2ban reads no file by the name jail.txt',
  ],
  ['a name outside of the tree', ['--as', '../jail.local', 'good.tmp'], 'reads no file by the name'],
  ['no file', ['--as', 'jail.local'], '--as needs one file'],
  ['two files', ['--as', 'jail.local', 'good.tmp', 'bad.tmp'], '--as needs one file'],
  ['a file that is not there', ['--as', 'jail.local', 'none'], 'none does not exist'],
  ['a directory', ['--as', 'jail.local', 'conf'], 'conf is a directory'],
  ['standard input to be fixed', ['--as', 'jail.local', '-', '--fix'], 'standard input can not be fixed'],
  ['a base there is not', ['--as', 'jail.local', 'good.tmp', '--base', '1.0.3'], 'there is no base 1.0.3'],
])('%s ends with 2', (_, args, message) => {
  const { status, stdout, stderr } = run(args);
  expect(stderr).toContain(message);
  expect(stderr).toContain('hint: '.slice(0, message.includes('not exist') ? 0 : 6));
  expect([status, stdout]).toEqual([2, '']);
});
