import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeNewRule } from '../../scripts/write-new-rule';
import { copyRepository, type RepositoryCopy } from '../copy-repository';

jest.setTimeout(60_000);

let copy: RepositoryCopy;
beforeAll(() => {
  copy = copyRepository();
});
afterAll(() => copy.remove());

function run(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    cwd: copy.directory,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

function read(path: string): string {
  return readFileSync(join(copy.directory, path), 'utf8');
}

describe('npm run new-rule', () => {
  const id = 'syntax/wet-paint';
  const ownGroup = 'made-up/wet-paint';

  test('writes a rule, its test, its page and its place in the index', () => {
    for (const each of [id, ownGroup]) {
      expect(run('scripts/new-rule.mjs', each)).toMatchObject({ status: 0, stderr: '' });
      expect(read(`rules/${each}.ts`)).toContain(`id: '${each}'`);
      expect(read('rules/index.ts')).toContain(`from './${each}';`);
      expect(read(`docs/rules/${each}.md`)).toContain('/etc/fail2ban/jail.local:2:8 warning');
      expect(read('docs/rules/README.md')).toContain(`[${each}](${each}.md)`);
    }
  });

  test('what it writes compiles and is formatted', () => {
    expect(run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.json')).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
    const written = ['rules/index.ts', 'test/rules/syntax.test.ts', 'test/rules/made-up.test.ts'];
    written.push(...[id, ownGroup].map(each => `rules/${each}.ts`));
    expect(run('node_modules/@biomejs/biome/bin/biome', 'check', ...written)).toMatchObject({ status: 0 });
  });

  test('its examples run, and its test asks for the cases the author has to add', () => {
    const { stdout } = run(
      'node_modules/jest/bin/jest.js',
      // a second worker would set up all rules once more
      '--runInBand',
      '--json',
      'test/rules/syntax.test.ts',
      'test/rules/made-up.test.ts',
      '-t',
      'wet-paint',
    );
    const results: readonly JestFile[] = JSON.parse(stdout).testResults;
    const own = results
      .flatMap(file => file.assertionResults)
      .filter(each => each.ancestorTitles[0] === id || each.ancestorTitles[0] === ownGroup);
    const titles = (status: string) => own.filter(each => each.status === status).map(each => each.title);
    expect(new Set(titles('passed'))).toEqual(
      new Set(['the bad example gives this finding', 'the good example gives none']),
    );
    expect(titles('failed')).toEqual(Array(2).fill('has at least three further cases of each kind'));
  });

  test('a rule that is removed leaves no page and no place in the index', () => {
    rmSync(join(copy.directory, `rules/${ownGroup}.ts`));
    expect(run('scripts/generate.mjs')).toMatchObject({ status: 0, stderr: '' });
    expect(read('rules/index.ts')).not.toContain(ownGroup);
    expect(existsSync(join(copy.directory, `docs/rules/${ownGroup}.md`))).toBe(false);
  });

  test('says what is wrong with a name and writes nothing', () => {
    const before = read('rules/index.ts');
    const { status, stdout, stderr } = run('scripts/new-rule.mjs', 'Policy/wet-paint');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^new-rule: "Policy\/wet-paint" is no name for a rule: .*\n$/);
    expect(read('rules/index.ts')).toBe(before);
  });

  test.each([
    ['', 'is no name for a rule'],
    ['lonely', 'is no name for a rule'],
    ['policy/Wet-paint', 'is no name for a rule'],
    ['policy/wet_paint', 'is no name for a rule'],
    ['policy/-paint', 'is no name for a rule'],
    ['policy/wet--paint', 'is no name for a rule'],
    ['policy/wet/paint', 'is no name for a rule'],
    ['../policy/paint', 'is no name for a rule'],
    ['syntax/duplicate-option', 'there is a rule syntax/duplicate-option already'],
  ])('refuses %j', (name, message) => {
    expect(() => writeNewRule(copy.directory, name)).toThrow(message);
  });
});

interface JestFile {
  readonly assertionResults: readonly {
    readonly ancestorTitles: readonly string[];
    readonly title: string;
    readonly status: string;
  }[];
}
