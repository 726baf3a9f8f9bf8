import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryDirectory } from '../temporary-directory';
import { collectOutput } from './collect-output';

const root = temporaryDirectory();
let count = 0;

function repository(files: Readonly<Record<string, string>>): string {
  const directory = join(root, String(count++));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, name)), { recursive: true });
    writeFileSync(join(directory, name), text);
  }
  return directory;
}

const run = (args: readonly string[], isErrorTerminal = false) =>
  collectOutput(['lint', '--no-config', ...args], { isErrorTerminal });

const role = {
  'roles/f2b/files/jail.d/x.conf': '[x]\nenabled = true # on\nlogpath = /var/log/x\n',
  'roles/f2b/files/own/filter.d/x.conf': '[Definition]\nfailregex = ^no <HOST>$\n',
  'roles/f2b/tasks/main.yml': '',
};

test('findings in a role name the files as they lie', async () => {
  const directory = repository(role);
  const { code, output } = await run(['--format', 'json', '--rule', 'log/directory=off', directory]);
  const { findings } = JSON.parse(output);
  expect(findings.map(({ rule, file, line }: Record<string, unknown>) => [rule, file, line])).toContainEqual([
    'syntax/inline-comment',
    `${directory}/roles/f2b/files/jail.d/x.conf`,
    2,
  ]);
  expect(code).toBe(1);
});

test('a fix is written to the file as it lies', async () => {
  const directory = repository(role);
  await run(['--fix', directory]);
  expect(readFileSync(join(directory, 'roles/f2b/files/jail.d/x.conf'), 'utf8')).toMatch(/^enabled = true$/m);
});

test('one file of a role is linted in its role', async () => {
  const directory = repository(role);
  const { output } = await run(['--format', 'concise', join(directory, 'roles/f2b/files/jail.d/x.conf')]);
  expect(output).toContain('[syntax/inline-comment]');
  expect(output).not.toContain('[jail/filter-not-found]');
});

test('what several configurations share is told of once', async () => {
  const jail = '[DEFAULT]\nbantime = 1h\n';
  const directory = repository({
    'r/templates/a/jail.local': jail,
    'r/templates/b/jail.local': jail,
    'r/files/jail.d/x.conf': '[DEFAULT]\nbantme = 1h\n',
  });
  const { output } = await run(['--format', 'json', directory]);
  const { setups, findings } = JSON.parse(output);
  expect(setups).toHaveLength(2);
  expect(findings.filter(({ file }: { file: string }) => file.endsWith('x.conf'))).toHaveLength(1);
});

test('fragments are named, and alone they are nothing to check', async () => {
  const fragments = { 'templates/etc/fail2ban/jail.local/10sshd': '[sshd]\n' };
  const alone = await run([repository(fragments)]);
  expect(alone.code).toBe(3);
  expect(alone.errors).toContain('fragments, which are not linted');
  const beside = await run([repository({ ...fragments, 'a/jail.local': '[sshd]\nenabled = true\n' })]);
  expect(beside.errors).toContain('jail.local is a directory of fragments: not linted');
});

test('a file that is known as nothing of fail2ban is nothing to check', async () => {
  const directory = repository({ 'notes.txt': 'x' });
  const { code, errors } = await run([join(directory, 'notes.txt')]);
  expect(code).toBe(3);
  expect(errors).toContain('hint: say what it is to be read as: --as jail.local');
});

test('progress is shown on a terminal only, and taken away again', async () => {
  const directory = repository({ 'a/jail.local': '', 'b/jail.local': '' });
  expect((await run([directory], true)).errors).toMatch(/^\r\x1b\[K1\/2 .*\/a\r\x1b\[K2\/2 .*\/b\r\x1b\[K$/);
  expect((await run([directory])).errors).toBe('');
});
