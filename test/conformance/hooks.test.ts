import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { copyRepository } from '../copy-repository';
import { badJails, goodJails } from '../sound-tree';
import { temporaryDirectory } from '../temporary-directory';
import { printFigure } from './shared';

const place = temporaryDirectory();
const repository = join(place, 'repository');
const copy = copyRepository();
afterAll(() => copy.remove());

const npm = (key: string) => spawnSync('npm', ['config', 'get', key], { encoding: 'utf8' }).stdout.trim();
const person = { NAME: 'A', EMAIL: 'a@example.com' };
const environment = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:GIT|PRE_COMMIT|npm)_/.test(name)),
  ),
  ...Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap(role =>
      Object.entries(person).map(([what, value]) => [`GIT_${role}_${what}`, value]),
    ),
  ),
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  HOME: join(place, 'home'),
  PRE_COMMIT_HOME: join(place, 'pre-commit'),
  PRE_COMMIT_COLOR: 'never',
  npm_config_userconfig: npm('userconfig'),
  npm_config_cache: npm('cache'),
  npm_config_prefer_offline: 'true',
};

function run(directory: string, command: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: directory,
    encoding: 'utf8',
    env: environment,
  });
  return { status, output: stdout + stderr };
}

function must(directory: string, command: string, ...args: readonly string[]): string {
  const { status, output } = run(directory, command, ...args);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${output}`);
  return output.trim();
}

const git = (...args: readonly string[]) => must(repository, 'git', ...args);

function write(file: string, text: string): void {
  mkdirSync(dirname(join(repository, file)), { recursive: true });
  writeFileSync(join(repository, file), text);
}

/** Adds everything and commits; the hook decides. */
function commit(message: string) {
  git('add', '--all');
  return run(repository, 'git', 'commit', '--message', message);
}

const lastCommit = () => git('log', '-1', '--format=%s');
describe('pre-commit', () => {
  function use(hook: string): void {
    const config = {
      repos: [
        {
          repo: copy.directory,
          rev: must(copy.directory, 'git', 'rev-parse', 'HEAD'),
          hooks: [{ id: hook }],
        },
      ],
    };
    // JSON is YAML
    write('.pre-commit-config.yaml', JSON.stringify(config));
    git('add', '--all');
    git('commit', '--no-verify', '--message', `use ${hook}`);
  }

  beforeAll(() => {
    // a linked node_modules would be committed
    rmSync(join(copy.directory, 'node_modules'));
    for (const words of [
      ['init', '--quiet'],
      ['add', '--all'],
      ['commit', '--quiet', '--message', 'f2blint'],
    ])
      must(copy.directory, 'git', '-c', 'init.defaultBranch=main', ...words);
    mkdirSync(join(place, 'home'));
    mkdirSync(repository);
    git('-c', 'init.defaultBranch=main', 'init', '--quiet');
    write('README.md', 'ours');
    use('f2blint');
    must(repository, 'pre-commit', 'install');
    const start = Date.now();
    must(repository, 'pre-commit', 'install-hooks');
    printFigure(`pre-commit installs f2blint in ${Math.round((Date.now() - start) / 1000)} s`);
  });

  test('refuses a commit with findings, and says where', () => {
    write('fail2ban/jail.local', badJails);
    const { status, output } = commit('bad');
    expect(output).toContain('fail2ban/jail.local:2:13 error value/bad-time');
    expect([status, lastCommit()]).toEqual([1, 'use f2blint']);
  });

  test('lets one pass that has none', () => {
    write('fail2ban/jail.local', `# ours, good\n${goodJails}`);
    const { status, output } = commit('good');
    expect(output).toMatch(/f2blint\.+Passed/);
    expect([status, lastCommit()]).toEqual([0, 'good']);
  });

  test('does nothing where no file of fail2ban has changed', () => {
    write('README.md', 'ours, better');
    const { status, output } = commit('words');
    expect(output).toMatch(/f2blint\.+\(no files to check\)Skipped/);
    expect(status).toBe(0);
  });

  test('with f2blint-changed, what stands in other files stops nobody', () => {
    write('old/fail2ban/jail.local', badJails);
    use('f2blint-changed');
    write('fail2ban/jail.local', `# ours\n${goodJails}`);
    expect(commit('good beside bad')).toMatchObject({ status: 0 });
    write('old/fail2ban/jail.local', `# ours\n${badJails}`);
    const { status, output } = commit('bad again');
    expect(output).toContain('old/fail2ban/jail.local:3:13 error value/bad-time');
    expect([status, lastCommit()]).toEqual([1, 'good beside bad']);
  });
});
