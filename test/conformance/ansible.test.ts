import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtCli } from '../cli/built-cli';
import { laySoundTree } from '../sound-tree';
import { temporaryDirectory } from '../temporary-directory';

const place = temporaryDirectory();
const tree = join(place, 'etc/fail2ban');
const program = join(place, 'f2blint');
const script = builtCli();

beforeAll(() => {
  mkdirSync(join(place, 'home'));
  writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${script}' "$@"\n`);
  chmodSync(program, 0o755);
  laySoundTree(tree);
});

/** Runs the playbook of the example on this host, with a tree of its own. */
function play(variables: object, ...options: readonly string[]) {
  const given = {
    fail2ban_directory: tree,
    fail2ban_f2blint: program,
    fail2ban_running: false,
    ansible_python_interpreter: '/usr/bin/python3',
    fail2ban_jails: [{ name: 'sshd' }],
    fail2ban_never_ban: ['127.0.0.1/8', '::1', '192.0.2.0/24'],
    ...variables,
  };
  const words = ['-i', 'localhost,', '-c', 'local', '-e', JSON.stringify(given), ...options];
  const { status, stdout, stderr } = spawnSync(
    'ansible-playbook',
    [...words, join(__dirname, '../../examples/ansible/site.yml')],
    {
      cwd: place,
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        HOME: join(place, 'home'),
        LC_ALL: 'C.UTF-8',
        ANSIBLE_NOCOLOR: '1',
        ANSIBLE_GATHERING: 'explicit',
        ANSIBLE_LOCAL_TEMP: join(place, 'home/tmp'),
      },
    },
  );
  return { status, output: stdout + stderr };
}

const installed = () => readFileSync(join(tree, 'jail.local'), 'utf8');

test('a good file is installed', () => {
  const { status, output } = play({ fail2ban_bantime: '2h' });
  expect(output).toMatch(/changed=1 .*failed=0/);
  expect(status).toBe(0);
  expect(installed()).toContain('\nbantime = 2h\n');
});

test.each([
  ['a time that is none', { fail2ban_bantime: '1 fortnight' }, 'value/bad-time'],
  ['a jail without a filter', { fail2ban_jails: [{ name: 'web' }] }, 'jail/filter-not-found'],
  ['an option set twice', { fail2ban_bantime: '1h\nbantime = 2h' }, 'syntax/duplicate-option'],
])('a bad one is not, and the one that is there stays: %s', (_, variables, rule) => {
  const before = installed();
  const { status, output } = play(variables);
  expect(output).toMatch(/changed=0 .*failed=1/);
  expect(output).toMatch(new RegExp(`:\\d+:\\d+ error ${rule}`));
  expect(status).toBe(2);
  expect(installed()).toBe(before);
});

test('what is only advice stops nothing', () => {
  const { status } = play({ fail2ban_bantime: '-1' });
  expect(status).toBe(0);
  expect(installed()).toContain('\nbantime = -1\n');
});

test('the same again changes nothing', () => {
  expect(play({ fail2ban_bantime: '-1' }).output).toMatch(/changed=0 .*failed=0/);
});

test('the template itself lints without a finding', () => {
  const { status, stdout } = spawnSync(
    process.execPath,
    [script, join(__dirname, '../../examples/ansible')],
    {
      encoding: 'utf8',
    },
  );
  expect([stdout, status]).toEqual([expect.stringContaining('no findings'), 0]);
});
