import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Ajv from 'ajv/dist/2020';
import schema from '../../schemas/show-sshd.schema.json';
import { temporaryDirectory } from '../temporary-directory';
import { builtCli, runAsAnyone, runCli } from './built-cli';

const script = builtCli();
const directory = temporaryDirectory();

/** A root with a tree of fail2ban and one of sshd; gives that of fail2ban. */
function makeRoot(name: string, files: Readonly<Record<string, string | Buffer>>): string {
  const root = join(directory, name);
  for (const [path, text] of Object.entries({ 'fail2ban/fail2ban.conf': '[Definition]\n', ...files })) {
    mkdirSync(dirname(join(root, 'etc', path)), { recursive: true });
    writeFileSync(join(root, 'etc', path), text);
  }
  return join(root, 'etc/fail2ban');
}

const include = 'Include /etc/ssh/sshd_config.d/*.conf\n';
const tree = makeRoot('host', {
  'ssh/sshd_config': `${include}PermitTTY no\nPermitTTY yes\nProtocol 2\nMatch User git Group x,y\n  PermitTTY yes\n`,
  'ssh/sshd_config.d/a.conf': 'Port 2222\n',
});
const ssh = join(tree, '../ssh');

function show(...args: readonly string[]): string {
  const run = runCli(script, ['show', ...args]);
  expect(run).toMatchObject({ status: 0, stderr: '' });
  return run.stdout;
}

test.each([[tree], [join(directory, 'host')], [ssh]])(
  '%s: what sshd -T prints, with where it is set',
  path => {
    const lines = show(path, 'sshd_config').split('\n');
    const at = lines.findIndex(line => line.startsWith('permittty'));
    expect(lines[0]).toBe(`port 2222  # ${ssh}/sshd_config.d/a.conf:1`);
    expect(lines[1]).toBe('addressfamily any  # default');
    expect(lines.slice(at, at + 2)).toEqual([
      `permittty no  # ${ssh}/sshd_config:2`,
      `  overrides  ${ssh}/sshd_config:3: PermitTTY yes`,
    ]);
    expect(lines.slice(-4)).toEqual([
      'lines that never take effect:',
      `  ${ssh}/sshd_config:3: PermitTTY yes  # set before in ${ssh}/sshd_config:2`,
      `  ${ssh}/sshd_config:4: Protocol 2  # sshd passes over it`,
      '',
    ]);
  },
);

test('a connection is asked about with --match', () => {
  expect(show(tree, 'sshd_config', '--match', 'user=git,group=x,addr=10.0.0.1')).toContain(
    `permittty yes  # ${ssh}/sshd_config:6\n`,
  );
  expect(show(tree, 'sshd_config', '--match', 'user=git')).toContain('permittty no ');
});

test('the JSON follows its schema', () => {
  const bad = makeRoot('refused', { 'ssh/sshd_config': 'Prot 22\nPermitTTY maybe\n' });
  for (const args of [
    [tree, 'sshd_config', '--match', 'user=git,lport=22'],
    [bad, 'sshd_config'],
  ]) {
    const validate = new Ajv({ allowUnionTypes: true }).compile(schema);
    expect(validate(JSON.parse(show(...args, '--format', 'json'))) ? [] : validate.errors).toEqual([]);
  }
});

test('lines sshd refuses stand first', () => {
  const bad = makeRoot('bad', { 'ssh/sshd_config': 'Prot 22\n' });
  expect(show(bad, 'sshd_config')).toMatch(
    /^sshd will not start: .*sshd_config:1: Prot: sshd has no such keyword - did you mean Port\?\n/,
  );
});

test.each([
  [['show', 'sshd_config', '--match', 'who=me'], 'is not understood'],
  [['show', 'sshd_config', '--match', 'lport=x'], 'x is no port'],
  [['show', tree, 'sshd', '--match', 'user=git'], '--match is for sshd_config'],
  [['show', tree, 'sshd_config', '--format', 'yaml'], 'there is no format yaml'],
  [['show', join(directory, 'nowhere'), 'sshd_config'], 'does not exist'],
])('%j ends with 2', (args, message) => {
  const run = runCli(script, args);
  expect(run).toMatchObject({ status: 2, stdout: '' });
  expect(run.stderr).toContain(message);
});

test('a file that cannot be read is told first', () => {
  const binary = makeRoot('nul', {
    'ssh/sshd_config': `${include}Port 5\n`,
    'ssh/sshd_config.d/a.conf': '\0',
  });
  expect(show(binary, 'sshd_config')).toMatch(
    /^\S+\/sshd_config.d\/a.conf cannot be read \(no text: it holds NUL bytes\): what it sets is unknown\nport 5 /,
  );
});

test('without an sshd_config it ends with 3', () => {
  expect(runCli(script, ['show', makeRoot('none', {}), 'sshd_config']).status).toBe(3);
});

interface Finding {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** What the rules of sshd say, one line each. */
function lint(path: string): readonly string[] {
  const run = runAsAnyone(script, ['lint', path, '--format', 'json', '--fail-on', 'never'], 10);
  expect(run).toMatchObject({ status: 0, stderr: '' });
  const { findings } = JSON.parse(run.stdout) as { findings: readonly Finding[] };
  return findings
    .filter(each => /^sshd\/(?:unreadable-file|bad-keyword)$/.test(each.rule))
    .map(({ file, line, message }) => `${file.replace(/^.*\/etc\/ssh\//, '')}:${line} ${message}`);
}

describe('bad input is told with its place', () => {
  test('a binary file', () => {
    const bytes = Buffer.from(Array.from({ length: 100_000 }, (_, index) => (index * 7919) % 256));
    expect(lint(makeRoot('binary', { 'ssh/sshd_config': bytes }))).toEqual([
      expect.stringMatching(/^sshd_config:\d+ cannot be read \(no text: it holds NUL bytes\)/),
    ]);
  });

  test('a drop-in that may not be read', () => {
    const path = makeRoot('locked', { 'ssh/sshd_config': include, 'ssh/sshd_config.d/a.conf': 'Port 1\n' });
    chmodSync(join(path, '../ssh/sshd_config.d/a.conf'), 0);
    expect(lint(path)).toEqual([
      expect.stringMatching(/^sshd_config.d\/a.conf:1 cannot be read \(permission denied\)/),
    ]);
  });

  test('links that lead nowhere, to themselves and out of the root', () => {
    const path = makeRoot('links', { 'ssh/sshd_config': include, 'ssh/sshd_config.d/keep': '' });
    writeFileSync(join(directory, 'outside.conf'), 'Prot 22\n');
    for (const [name, target] of [
      ['a.conf', '/nowhere'],
      ['b.conf', 'b.conf'],
      ['c.conf', join(directory, 'outside.conf')],
      ['d.conf', '/dev/null'],
    ] as const) {
      symlinkSync(target, join(path, '../ssh/sshd_config.d', name));
    }
    expect(lint(path)).toEqual([
      expect.stringMatching(
        /^sshd_config:1 Include: \/etc\/ssh\/sshd_config.d\/a.conf is a link that leads nowhere/,
      ),
      expect.stringMatching(/^sshd_config.d\/b.conf:1 cannot be read \(a loop of symbolic links\)/),
      expect.stringMatching(/^sshd_config.d\/c.conf:1 cannot be read \(a link that leads out/),
    ]);
  });

  test('a path that climbs out of the root stays in it', () => {
    writeFileSync(join(directory, 'outside.conf'), 'Prot 22\n');
    const path = makeRoot('climb', {
      'ssh/sshd_config': 'Include ../../../../outside.conf ../../../outside.conf\n',
    });
    expect(lint(path)).toEqual([]);
  });

  test('a loop', () => {
    expect(lint(makeRoot('loop', { 'ssh/sshd_config': 'Include sshd_config\n' }))).toEqual([
      expect.stringMatching(/^sshd_config:1 Include: files include each other without end/),
    ]);
  });

  test('ten thousand blocks', () => {
    const text = `${'Match User git\n    PermitTTY no\n'.repeat(10_000)}Prot 22\n`;
    expect(lint(makeRoot('blocks', { 'ssh/sshd_config': text }))).toEqual([
      expect.stringMatching(/^sshd_config:20001 Prot: sshd has no such keyword/),
    ]);
  });
});
