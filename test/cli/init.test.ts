import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import schema from '../../schemas/f2blintrc.schema.json';
import { allRules } from '../../src/cli/all-rules';
import { noSettings, readSettings } from '../../src/config/settings';
import { temporaryDirectory } from '../temporary-directory';
import { collectOutput } from './collect-output';

const place = temporaryDirectory();
let count = 0;

/** A new directory with some empty files. */
function directoryWith(...files: readonly string[]): string {
  const directory = join(place, String(count++));
  mkdirSync(directory);
  for (const file of files) {
    mkdirSync(dirname(join(directory, file)), { recursive: true });
    writeFileSync(join(directory, file), '');
  }
  return directory;
}

async function init(directory: string) {
  const run = await collectOutput(['init', directory]);
  const file = join(directory, '.f2blintrc');
  return { ...run, text: existsSync(file) ? readFileSync(file, 'utf8') : undefined };
}

describe('what is written', () => {
  test('is read back, and says what holds anyway', async () => {
    const { code, errors, text } = await init(directoryWith());
    expect([code, errors]).toEqual([0, '']);
    expect(readSettings(text!, allRules)).toEqual({
      kind: 'value',
      value: { ...noSettings, preset: 'recommended' },
    });
  });

  test('is read back with every setting in it taken', async () => {
    const { text } = await init(directoryWith());
    // what is prose has a blank behind its #
    const all = text!.replaceAll(/^#(?! )/gm, '');
    expect(all).not.toBe(text);
    expect(readSettings(all, allRules)).toMatchObject({ kind: 'value' });
  });

  test('names every section and key there is', async () => {
    const { text } = await init(directoryWith());
    const missing: string[] = [];
    for (const [name, value] of Object.entries(schema.properties)) {
      const keys = 'properties' in value ? Object.keys(value.properties ?? {}) : [];
      const isSection = 'type' in value && value.type === 'object';
      if (!new RegExp(isSection ? `^#?\\[${name}\\]$` : `^#?${name} = .`, 'm').test(text!))
        missing.push(name);
      for (const key of keys)
        if (!new RegExp(`^#?${key} = .`, 'm').test(text!)) missing.push(`${name} ${key}`);
    }
    const headers = [...text!.matchAll(/^#?\[(.*)\]$/gm)].map(([, header]) => header!);
    for (const pattern of Object.keys(schema.patternProperties))
      if (!headers.some(header => new RegExp(pattern).test(header))) missing.push(pattern);
    expect(missing).toEqual([]);
  });

  test('pins the preset where a pipeline would notice new rules', async () => {
    expect((await init(directoryWith('.gitlab-ci.yml'))).text).toMatch(/^preset = recommended@\d+$/m);
    expect((await init(directoryWith('ansible.cfg'))).text).toMatch(/^preset = recommended$/m);
  });
});

test.each([
  ['.pre-commit-config.yaml', 'pre-commit: .pre-commit-config.yaml', '- id: f2blint'],
  ['.github/dependabot.yml', 'GitHub Actions: .github/workflows/f2blint.yml', 'uses: f2blint/f2blint@v'],
  ['.gitlab-ci.yml', 'GitLab CI: .gitlab-ci.yml', '--output gitlab='],
  ['Jenkinsfile', 'Jenkins: Jenkinsfile', '--output checkstyle='],
  ['roles/web/tasks/main.yml', 'Ansible: the task', 'validate: f2blint'],
])('beside %s it says how to hook f2blint in', async (file, title, words) => {
  const { output } = await init(directoryWith(file));
  expect(output).toContain(`\n${title}`);
  expect(output).toContain(words);
  expect(output.match(/^[^ \n].*: .*$/gm)).toHaveLength(3);
});

test('it says which configurations it is for', async () => {
  const directory = directoryWith('etc/fail2ban/jail.local');
  expect((await init(directory)).output).toContain(`it is for 1 configuration: ${directory}/etc/fail2ban\n`);
  expect((await init(directoryWith())).output).toContain('no configuration of fail2ban was found below it\n');
});

test('it says which settings no longer count', async () => {
  const directory = directoryWith('below/jail.local', '.f2blintrc');
  expect((await init(join(directory, 'below'))).output).toContain(
    `${directory}/.f2blintrc no longer counts here\n`,
  );
});

describe('nothing is ever overwritten', () => {
  const refused = (file: string) =>
    `f2blint: ${file} is there already\nhint: nothing was changed; move it away to have a new one\n`;

  test('no file', async () => {
    const directory = directoryWith();
    const file = join(directory, '.f2blintrc');
    writeFileSync(file, 'preset = strict\n');
    expect(await init(directory)).toEqual({
      code: 2,
      output: '',
      errors: refused(file),
      text: 'preset = strict\n',
    });
  });

  test('no file behind a link, there or not', async () => {
    const directory = directoryWith('other');
    symlinkSync('other', join(directory, '.f2blintrc'));
    expect(await init(directory)).toMatchObject({ code: 2, text: '' });
    const dangling = directoryWith();
    symlinkSync('nowhere', join(dangling, '.f2blintrc'));
    expect(await init(dangling)).toMatchObject({ code: 2, text: undefined });
    expect(existsSync(join(dangling, 'nowhere'))).toBe(false);
  });
});

test.each([['jail.local'], ['missing']])('a PATH that is no directory ends with 2: %s', async name => {
  const path = join(directoryWith('jail.local'), name);
  const { code, errors } = await collectOutput(['init', path]);
  expect(code).toBe(2);
  expect(errors).toBe(
    `f2blint: ${path} is no directory\nhint: .f2blintrc is written into a directory: f2blint init .\n`,
  );
});
