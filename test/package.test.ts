import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { version } from '../package.json';
import { copyRepository } from './copy-repository';
import { temporaryDirectory } from './temporary-directory';

jest.setTimeout(60_000);

const root = join(__dirname, '..');
const place = temporaryDirectory();
const installed = join(place, 'node_modules/f2blint');

function run(command: string, args: readonly string[], directory = place) {
  const env = { ...process.env, npm_config_update_notifier: 'false' };
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: directory, encoding: 'utf8', env });
  return { status, stdout, stderr };
}

describe('the tarball of npm pack', () => {
  beforeAll(() => {
    const copy = copyRepository();
    try {
      // runs prepare, so that dist is built from these sources
      const packed = run('npm', ['pack', '--pack-destination', place], copy.directory);
      expect(packed).toMatchObject({ status: 0 });
    } finally {
      copy.remove();
    }
    const tarball = `./f2blint-${version}.tgz`;
    writeFileSync(join(place, 'package.json'), '{}');
    const install = run('npm', ['install', '--offline', '--ignore-scripts', '--no-audit', tarball]);
    expect(install).toMatchObject({ status: 0 });
  });

  test('installs nothing but itself', () => {
    expect(readdirSync(join(place, 'node_modules')).filter(name => !name.startsWith('.'))).toEqual([
      'f2blint',
    ]);
  });

  test('holds what is meant for users and no sources', () => {
    const names = readdirSync(installed).sort();
    expect(names).toEqual(
      expect.arrayContaining(['CHANGELOG.md', 'LICENSE', 'README.md', 'bin', 'dist', 'docs', 'man']),
    );
    expect(names).not.toContain('src');
    expect(readdirSync(join(installed, 'docs'))).toEqual(['options.md', 'rules']);
  });

  test('has a command', () => {
    expect(run('npx', ['--no-install', 'f2blint', '--version'])).toMatchObject({
      status: 0,
      stdout: `${version}\n`,
    });
  });

  test('lints a tree, and one that has to be searched for', () => {
    mkdirSync(join(place, 'tree/etc'), { recursive: true });
    writeFileSync(join(place, 'tree/etc/jail.local'), '[web]\nport = 1\nport = 2\n');
    for (const path of ['tree/etc', 'tree']) {
      const { status, stdout } = run('npx', ['--no-install', 'f2blint', '--format', 'json', path]);
      expect(status).toBe(1);
      expect(JSON.parse(stdout).findings).toContainEqual(
        expect.objectContaining({ rule: 'syntax/duplicate-option', file: 'tree/etc/jail.local', line: 3 }),
      );
    }
  });

  test('can be required by a program', () => {
    const program = `
      const { defaultRelease, defineRule, lint, memorySnapshot } = require('f2blint');
      const rule = defineRule({ id: 'own/rule', severity: 'error', summary: '', why: '', fix: '', bad: {}, good: {},
        evidence: [], check: ({ jails }, report) => report({ at: jails[0].header(), message: jails[0].text('port') }) });
      const snapshot = memorySnapshot(new Map([['jail.local', '[web]\\nport = 8080\\n']]));
      const { diagnostics } = lint(snapshot, { release: defaultRelease, rules: [rule], severities: new Map() });
      console.log(diagnostics.map(each => each.message).join());
    `;
    expect(run(process.execPath, ['-e', program])).toEqual({ status: 0, stdout: '8080\n', stderr: '' });
  });

  test('brings its types', () => {
    writeFileSync(
      join(place, 'program.cts'),
      `import { lint, type Outcome, defineRule } from 'f2blint';
       export const run: typeof lint extends (...given: never[]) => Outcome ? true : false = true;
       // @ts-expect-error: a rule has more than a name
       defineRule({ id: 'own/rule' });\n`,
    );
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', 'program.cts'];
    expect(run(process.execPath, [compiler, ...options])).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test('names the packages that are bundled, with their licences', () => {
    const notices = readFileSync(join(installed, 'dist/THIRD-PARTY-NOTICES'), 'utf8');
    for (const name of ['commander', 'fast-glob', 'kleur', 'micromatch']) {
      expect(notices).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+$`, 'm'));
    }
    expect(notices).not.toMatch(/^(?:esbuild|typescript) \d/m);
    expect(notices.match(/Permission (?:is hereby granted|to use)/g)?.length).toBeGreaterThan(3);
  });
});
