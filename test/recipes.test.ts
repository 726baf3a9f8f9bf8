import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { builtCli } from './cli/built-cli';
import { temporaryDirectory } from './temporary-directory';

jest.setTimeout(60_000);

const project = join(__dirname, '..');
const examples = join(project, 'examples');
const place = temporaryDirectory();
const repository = join(place, 'repository');
const configuration = join(repository, 'etc/fail2ban');
const starter = builtCli();

/** The block of docs/recipes.md below a heading. */
function recipe(heading: string, language: string): string {
  const page = readFileSync(join(project, 'docs/recipes.md'), 'utf8');
  const [, section = ''] = page.split(`\n## ${heading}\n`);
  const [, block] = section.split(`\n\`\`\`${language}\n`);
  if (block === undefined) throw new Error(`docs/recipes.md has no ${language} below ${heading}`);
  return block.slice(0, block.indexOf('```'));
}

function writeProgram(file: string, text: string): void {
  writeFileSync(file, text);
  chmodSync(file, 0o755);
}

function git(...args: readonly string[]) {
  const person = { NAME: 'A', EMAIL: 'a@example.com' };
  const people = ['AUTHOR', 'COMMITTER'].flatMap(role =>
    Object.entries(person).map(([what, value]) => [`GIT_${role}_${what}`, value]),
  );
  // a git that runs these tests in a hook of its own says where its repository is
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  const env = {
    ...Object.fromEntries([...own, ...people]),
    PATH: `${join(place, 'bin')}${delimiter}${process.env.PATH}`,
    TMPDIR: join(place, 'tmp'),
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_SYSTEM: '/dev/null',
  };
  const { status, stderr, stdout } = spawnSync('git', ['-C', repository, ...args], { encoding: 'utf8', env });
  return { status, stdout, stderr };
}

function must(...args: readonly string[]): string {
  const { status, stdout, stderr } = git(...args);
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout.trim();
}

/** Puts an example in place of the configuration. */
function take(example: string): void {
  rmSync(configuration, { recursive: true, force: true });
  cpSync(join(examples, example, 'etc/fail2ban'), configuration, { recursive: true });
}

/** Commits a whole configuration that is an example on a new branch. */
function commit(branch: string, example: string): string {
  must('checkout', '--quiet', '-B', branch);
  take(example);
  must('add', '--all');
  must('commit', '--quiet', '--allow-empty', '--message', example);
  return must('rev-parse', 'HEAD');
}

/** What the branches of the remote repository are at. */
function pushed(): string {
  return must('ls-remote', '--heads', 'origin');
}

const comesUp = 'mail-host';
const goesDown = 'ssh-guide';

describe('the git hook', () => {
  beforeAll(() => {
    for (const name of ['bin', 'tmp', 'repository']) mkdirSync(join(place, name));
    writeProgram(join(place, 'bin/f2blint'), `#!/bin/sh\nexec "${process.execPath}" "${starter}" "$@"\n`);
    must('init', '--quiet', '--bare', join(place, 'remote.git'));
    must('init', '--quiet');
    must('remote', 'add', 'origin', join(place, 'remote.git'));
    mkdirSync(join(repository, '.git/hooks'), { recursive: true });
    writeProgram(join(repository, '.git/hooks/pre-push'), recipe('git pre-push', 'sh'));
  });

  test('lets a tree pass that comes up, and leaves nothing behind', () => {
    const head = commit('good', comesUp);
    const { status, stderr } = git('push', 'origin', 'good');
    expect(stderr).toContain('up: fail2ban');
    expect(status).toBe(0);
    expect(pushed()).toContain(`${head}\trefs/heads/good`);
    expect(spawnSync('ls', ['-A', join(place, 'tmp')], { encoding: 'utf8' }).stdout).toBe('');
  });

  test('stops one that goes down, with the reason', () => {
    commit('bad', goesDown);
    const before = pushed();
    const { status, stderr } = git('push', 'origin', 'bad');
    expect(stderr).toContain('down: fail2ban');
    expect(stderr).toContain('etc/fail2ban/jail.local:31:1 syntax/duplicate-option');
    expect(status).toBe(1);
    expect(pushed()).toBe(before);
    expect(spawnSync('ls', ['-A', join(place, 'tmp')], { encoding: 'utf8' }).stdout).toBe('');
  });

  test('judges what is pushed, not what lies there', () => {
    const head = commit('committed-good', comesUp);
    take(goesDown);
    expect(git('push', 'origin', 'committed-good')).toMatchObject({ status: 0 });
    expect(pushed()).toContain(head);
    must('checkout', '--quiet', '--force', '.');

    commit('committed-bad', goesDown);
    take(comesUp);
    expect(git('push', 'origin', 'committed-bad')).toMatchObject({ status: 1 });
    expect(pushed()).not.toContain('committed-bad');
  });

  test('pushes none of several branches if one goes down', () => {
    // the bad one is judged first: what the last one gets is the status of the loop anyway
    commit('among-1', goesDown);
    commit('among-2', comesUp);
    expect(git('push', 'origin', 'among-1', 'among-2')).toMatchObject({ status: 1 });
    expect(pushed()).not.toContain('among');
  });

  test('lets a branch be deleted', () => {
    commit('short-lived', comesUp);
    must('push', '--quiet', 'origin', 'short-lived');
    expect(git('push', 'origin', '--delete', 'short-lived')).toMatchObject({ status: 0 });
    expect(pushed()).not.toContain('short-lived');
  });

  test('stops a commit without a configuration', () => {
    must('checkout', '--quiet', '--orphan', 'empty');
    must('rm', '--quiet', '-r', '--force', '.');
    must('commit', '--quiet', '--allow-empty', '--message', 'nothing');
    expect(git('push', 'origin', 'empty')).toMatchObject({ status: 1 });
    expect(pushed()).not.toContain('empty');
  });
});
