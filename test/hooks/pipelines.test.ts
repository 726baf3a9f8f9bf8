import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import Ajv from 'ajv/dist/2020';
import { parse } from 'yaml';
import { version } from '../../package.json';
import { hookTexts } from '../../src/cli/init/hook-texts';
import { builtCli } from '../cli/built-cli';
import gitlabSchema from '../schemas/gitlab-code-quality.schema.json';
import { badJails, laySoundTree } from '../sound-tree';
import { temporaryDirectory } from '../temporary-directory';
import { readAction } from './fake-runner';

const root = join(__dirname, '../..');
const texts = hookTexts(version);
const textOf = (hook: Parameters<typeof texts.get>[0]) => texts.get(hook)!.text;
const script = builtCli();
const place = temporaryDirectory();
const workspace = join(place, 'workspace');

beforeAll(() => {
  mkdirSync(join(place, 'bin'));
  // npx --yes f2blint@VERSION …
  const npx = `#!/bin/sh\n[ "$1 $2" = '--yes f2blint@${version}' ] || exit 99\nshift 2\nexec '${process.execPath}' '${script}' "$@"\n`;
  writeFileSync(join(place, 'bin/npx'), npx);
  chmodSync(join(place, 'bin/npx'), 0o755);
});

beforeEach(() => {
  rmSync(workspace, { recursive: true, force: true });
  laySoundTree(join(workspace, 'etc/fail2ban'));
});

const spoil = () => writeFileSync(join(workspace, 'etc/fail2ban/jail.local'), badJails);

function runLine(line: string): number | null {
  const path = `${join(place, 'bin')}${delimiter}${dirname(process.execPath)}${delimiter}/usr/bin${delimiter}/bin`;
  return spawnSync('sh', ['-e', '-c', line], { cwd: workspace, encoding: 'utf8', env: { PATH: path } })
    .status;
}

const read = (file: string) => readFileSync(join(workspace, file), 'utf8');

test.each([...texts])('docs/ci.md has what init says of %s', (_, { text }) => {
  const page = readFileSync(join(root, 'docs/ci.md'), 'utf8');
  expect(page).toContain(`\n${text}`);
});

describe('GitLab CI', () => {
  interface Job {
    readonly script: readonly string[];
    readonly artifacts: {
      readonly when: string;
      readonly reports: { readonly codequality: string; readonly junit: string };
    };
  }
  const job = (parse(textOf('gitlab')) as { readonly f2blint: Job }).f2blint;
  const { codequality, junit } = job.artifacts.reports;

  test('a bad tree fails, and the reports are there', () => {
    spoil();
    expect(job.script.map(runLine)).toEqual([1]);
    expect(job.artifacts.when).toBe('always');
    const report = JSON.parse(read(codequality)) as readonly {
      readonly location: { readonly path: string };
    }[];
    expect(new Ajv().validate(gitlabSchema, report)).toBe(true);
    expect(report.map(each => each.location.path)).toEqual(['etc/fail2ban/jail.local']);
    expect(read(junit)).toContain('<failure ');
  });

  test('a good one passes', () => {
    expect(job.script.map(runLine)).toEqual([0]);
    expect(JSON.parse(read(codequality))).toEqual([]);
    expect(read(junit)).toContain('<testsuite ');
  });
});

describe('Jenkins', () => {
  const text = textOf('jenkins');
  const lines = [...text.matchAll(/^ *sh '(.*)'$/gm)].map(([, line]) => line!);

  test('a bad tree fails, and the reports are there', () => {
    spoil();
    expect(lines.map(runLine)).toEqual([1]);
    const checkstyle = /checkStyle\(pattern: '([^']+)'/.exec(text)![1]!;
    const junit = /^ *junit '([^']+)'$/m.exec(text)![1]!;
    expect(read(checkstyle)).toContain('<error line="2"');
    expect(read(junit)).toContain('<failure ');
  });

  test('a good one passes', () => {
    expect(lines.map(runLine)).toEqual([0]);
  });

  test('its brackets are closed', () => {
    expect(text.match(/[{(]/g)).toHaveLength(text.match(/[})]/g)!.length);
  });
});

test('the workflow of GitHub gives the action what it takes, and takes what it gives', () => {
  interface Workflow {
    readonly jobs: {
      readonly f2blint: {
        readonly steps: readonly { readonly uses: string; readonly id?: string; readonly with?: object }[];
      };
    };
  }
  const { steps } = (parse(textOf('github')) as Workflow).jobs.f2blint;
  const action = readAction(join(root, 'action.yml'));
  const own = steps.find(step => step.uses === `f2blint/f2blint@v${version}`)!;
  expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(own.with ?? {})));
  const asked = [...textOf('github').matchAll(/steps\.(\w+)\.outputs\.([\w-]+)/g)];
  expect(asked.length).toBeGreaterThan(0);
  for (const [, id, output] of asked) {
    expect(id).toBe(own.id);
    expect(Object.keys(action.outputs)).toContain(output);
  }
});

test('pre-commit finds the hook', () => {
  const hooks = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8')) as readonly {
    readonly id: string;
  }[];
  const [repository] = parse(textOf('pre-commit')) as readonly {
    readonly rev: string;
    readonly hooks: readonly { readonly id: string }[];
  }[];
  expect(repository!.rev).toBe(`v${version}`);
  expect(hooks.map(hook => hook.id)).toEqual(expect.arrayContaining(repository!.hooks.map(hook => hook.id)));
});

describe('the files that call the hooks of pre-commit', () => {
  const hooks = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8')) as readonly {
    readonly id: string;
    readonly files: string;
  }[];
  const patternOf = (id: string) =>
    new RegExp(
      hooks
        .find(hook => hook.id === id)!
        .files.replace('(?x)', '')
        .replaceAll(/\s/g, ''),
    );

  test.each([
    ['jail.local', true, true],
    ['etc/fail2ban/jail.conf', true, true],
    ['etc/fail2ban/jail.d/web.local', true, true],
    ['etc/fail2ban/fail2ban.d/log.conf', true, true],
    ['roles/fail2ban/templates/jail.local.j2', true, true],
    ['roles/fail2ban/files/filter.d/web.conf', true, true],
    ['site/templates/action.d/note.conf.epp', true, true],
    ['paths-debian.conf', true, true],
    ['templates/fail2ban_jail.local.erb', true, false],
    ['jail.d/production/web.conf', true, false],
    ['etc/ssh/sshd_config', true, false],
    ['etc/ssh/sshd_config.d/10-keys.conf', true, false],
    ['.f2blintrc', true, false],
    ['ours/.f2blintrc', true, false],
    ['README.md', false, false],
    ['src/jail.conf.ts', false, false],
    ['filter.d/ignorecommands/apache-fakegooglebot', false, false],
  ])('%s', (file, all, changed) => {
    expect([patternOf('f2blint').test(file), patternOf('f2blint-changed').test(file)]).toEqual([
      all,
      changed,
    ]);
  });
});
