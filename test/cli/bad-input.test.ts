import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryDirectory } from '../temporary-directory';
import { badTrees } from './bad-trees';
import { builtCli, runAsAnyone, runCli } from './built-cli';

const script = builtCli();
const directory = temporaryDirectory();

/** Anything a terminal would act on; a line feed ends a line and is fine. */
const controlCharacter = /[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

describe.each(['lint', 'show'])('%s', command => {
  test('a path that does not exist ends with 2', () => {
    const run = runCli(script, [command, join(directory, 'nowhere')]);
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toContain('nowhere does not exist');
  });

  test('a name with control characters comes out harmless', () => {
    const { status, stderr } = runCli(script, [command, join(directory, '\x1b[2Jnowhere\x9b31m')]);
    expect(status).toBe(2);
    expect(stderr).toContain('nowhere');
    expect(stderr).not.toMatch(controlCharacter);
  });

  test('a directory that may not be read ends with 2', () => {
    const locked = join(directory, `locked-${command}`);
    mkdirSync(locked, { mode: 0o000 });
    const run = runAsAnyone(script, [command, locked]);
    chmodSync(locked, 0o700);
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toContain(`${locked} cannot be read: permission denied`);
  });

  test('a link that leads to itself ends with 2', () => {
    const link = join(directory, `link-${command}`);
    symlinkSync(link, link);
    const run = runCli(script, [command, link]);
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toContain(`${link} cannot be read`);
  });
});

test('a directory without configuration ends with 3', () => {
  const empty = join(directory, 'empty');
  mkdirSync(empty);
  const run = runCli(script, ['lint', empty]);
  expect(run).toMatchObject({ status: 3, stdout: '' });
  expect(run.stderr).toContain(`${empty} contains no fail2ban configuration`);
});

describe.each(badTrees)('$name', ({ name, write, at, message }) => {
  const tree = join(directory, name.replaceAll(' ', '-'), 'etc/fail2ban');

  beforeAll(() => {
    mkdirSync(join(tree, 'jail.d'), { recursive: true });
    mkdirSync(join(tree, 'filter.d'));
    write(tree);
  });

  test('is reported with its place, and the rest of the tree is read', () => {
    const run = runAsAnyone(script, ['lint', tree, '--format', 'json'], 10);
    expect(run).toMatchObject({ status: 1, stderr: '' });
    expect(run.stdout).not.toMatch(controlCharacter);
    const findings: readonly Finding[] = JSON.parse(run.stdout).findings;
    const places = findings.map(({ file, line }) => `${file.slice(tree.length + 1)}:${line}`);
    if (at !== undefined) {
      const found = findings.filter((_, index) => places[index] === at);
      expect({ places, messages: found.map(each => each.message).join('\n') }).toMatchObject({
        places: expect.arrayContaining([at]),
        messages: expect.stringMatching(message ?? /./),
      });
    }
    expect(places).toContain('filter.d/rest.conf:3');
  });

  test('is shown for a person without control characters, and in few words', () => {
    const run = runAsAnyone(script, ['lint', tree], 10);
    expect(run).toMatchObject({ status: 1, stderr: '' });
    expect(run.stdout).not.toMatch(controlCharacter);
    expect(run.stdout.length).toBeLessThan(20_000);
  });

  test.each([['text'], ['json']])('does not stop show --format %s', format => {
    const run = runAsAnyone(script, ['show', tree, '--base', 'none', '--format', format], 10);
    expect(run).toMatchObject({ status: 0, stderr: '' });
    expect(controlCharacter.test(run.stdout)).toBe(false);
  });
});

interface Finding {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

test('a file below templates that is nothing of fail2ban ends with 3', () => {
  const templates = join(directory, 'repository/templates');
  mkdirSync(templates, { recursive: true });
  const path = join(templates, 'motd.j2');
  writeFileSync(path, 'hello\n');
  const run = runCli(script, ['lint', path]);
  expect(run).toMatchObject({ status: 3, stdout: '' });
  expect(run.stderr).toContain('hint: say what it is to be read as: --as jail.local');
});
