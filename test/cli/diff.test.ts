import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Ajv from 'ajv/dist/2020';
import { temporaryDirectory } from '../temporary-directory';
import { collectOutput } from './collect-output';

const repository = temporaryDirectory();
const home = process.cwd();
const tree = {
  'fail2ban.conf': '[Definition]\n',
  'jail.conf': '[DEFAULT]\nbantime = 10m\n[a]\nfilter = web\nlogpath = /var/log/a.log\naction = drop\n',
  'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  'action.d/drop.conf': '[Definition]\nactionban = drop <ip>\nactionunban = undrop <ip>\n',
};

function write(directory: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const path = join(repository, directory, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

function git(...args: readonly string[]): void {
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], { cwd: repository });
}

beforeAll(() => {
  write('etc/fail2ban', { ...tree, 'shared.local': '[a]\nmaxretry = 4\n' });
  symlinkSync('shared.local', join(repository, 'etc/fail2ban/jail.local'));
  git('init', '-q');
  git('add', '-A');
  git('commit', '-q', '-m', 'one');
  git('tag', 'one');
  write('etc/fail2ban', { 'shared.local': '[a]\nmaxretry = 4\nbantime = -1\nenabled = true\n' });
  git('commit', '-q', '-a', '-m', 'two');
  git('tag', 'two');
  write('other', tree);
  write('other', { 'jail.local': '[a]\nmaxretry = 4\n' });
  process.chdir(repository);
});

afterAll(() => process.chdir(home));

const run = (...args: readonly string[]) => collectOutput(['diff', ...args]);

const changed = 'a: bantime for 10 minutes → for ever (jail.local:3)\n';

test.each([
  ['two revisions', ['one', 'two']],
  ['two revisions with their paths', ['one:etc/fail2ban', 'two:etc/fail2ban/']],
  ['a revision and a path, which the revision is asked for too', ['one', 'etc/fail2ban']],
  ['two directories', ['other', 'etc/fail2ban']],
  ['a branch and a directory that contains the tree', ['one', './etc']],
])('%s', async (_, args) => {
  const { code, output, errors } = await run(...args);
  expect([code, errors]).toEqual([1, '']);
  expect(output).toContain(changed);
});

test('no difference ends with 0', async () => {
  expect(await run('two', 'etc/fail2ban')).toEqual({
    code: 0,
    output: 'nothing changes in effect\n',
    errors: '',
  });
});

test('--fail-on-new counts findings alone', async () => {
  expect((await run('--fail-on-new', 'one', 'two')).code).toBe(1);
  expect((await run('--fail-on-new', 'two', 'one')).code).toBe(1);
  expect((await run('--fail-on-new', 'one:etc/fail2ban', 'other')).code).toBe(0);
});

test('JSON for programs', async () => {
  const { output } = await run('--format', 'json', 'one', 'two');
  const document = JSON.parse(output);
  const schema = JSON.parse(readFileSync(join(__dirname, '../../schemas/diff.schema.json'), 'utf8'));
  const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);
  expect([validate(document), validate.errors]).toEqual([true, null]);
  expect(document).toMatchObject({
    schemaVersion: 1,
    verdict: { before: 'nothing', after: 'up' },
    jails: { added: [], removed: [], enabled: ['a'], disabled: [] },
  });
  expect(document.values[0]).toEqual({
    family: 'jail',
    section: 'a',
    alsoIn: [],
    option: 'bantime',
    before: '10m',
    after: '-1',
    origin: { file: 'jail.local', line: 3, column: 1, section: 'a' },
    follows: false,
  });
});

test.each<readonly [string, readonly string[], string]>([
  ['what is neither path nor revision', ['nosuch', 'two'], 'nosuch is neither a path nor a revision'],
  ['an option in disguise', ['two', '--', '--output=x'], '--output=x is neither a path nor a revision'],
  ['a path the revision has not', ['one:srv', 'two'], 'one has no srv'],
  ['a format there is not', ['--format', 'xml', 'one', 'two'], 'hint: one of text, json, markdown'],
])('%s ends with 2', async (_, args, message) => {
  const { code, output, errors } = await run(...args);
  expect([code, output]).toEqual([2, '']);
  expect(errors).toContain(message);
});
