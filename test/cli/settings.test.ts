import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryDirectory } from '../temporary-directory';
import { collectOutput } from './collect-output';

const place = temporaryDirectory();
const tree = join(place, 'site/etc/fail2ban');
const other = join(place, 'other');
const settings = join(place, 'site/.f2blintrc');

async function run(...args: readonly string[]) {
  const { code, output, errors } = await collectOutput(['lint', '--format', 'json', ...args]);
  const findings: { rule: string; severity: string }[] = output === '' ? [] : JSON.parse(output).findings;
  return { code, errors, found: findings.map(({ rule, severity }) => `${severity} ${rule}`) };
}

const jail =
  '[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\nmaxretry = 12\nbantime = 2d\nignoreip = 192.0.2.1\n';

beforeAll(() => {
  for (const directory of [tree, other]) {
    mkdirSync(join(directory, 'filter.d'), { recursive: true });
    writeFileSync(join(directory, 'fail2ban.conf'), '[Definition]\n');
    writeFileSync(
      join(directory, 'filter.d/sshd.conf'),
      '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    );
    writeFileSync(join(directory, 'jail.local'), `${jail}bntime = 5\n`);
  }
});

beforeEach(() => writeFileSync(settings, ''));

const typo = 'warning resolution/unknown-option';
const lenient = 'warning policy/too-lenient';

test('without settings', async () => {
  const { code, found } = await run(tree);
  expect(code).toBe(1);
  expect(found).toContain(typo);
  expect(found).not.toContain(lenient);
});

test('options of rules, found upward from the path', async () => {
  writeFileSync(settings, '[rule policy/too-lenient]\nmaxretry = 10\n');
  expect((await run(tree)).found).toContain(lenient);
  expect((await run(join(tree, 'jail.local'))).found).toContain(lenient);
  expect((await run('--no-config', tree)).found).not.toContain(lenient);
  expect((await run(other)).found).not.toContain(lenient);
  expect((await run('--config', settings, other)).found).toContain(lenient);
});

test('the command line beats the file', async () => {
  writeFileSync(settings, 'preset = minimal\n[rules]\nresolution/unknown-option = error\n');
  expect((await run(tree)).found).toEqual(['error resolution/unknown-option']);
  expect((await run('--preset', 'recommended', tree)).found).toContain('error resolution/unknown-option');
  expect((await run('--rule', 'resolution/unknown-option=info', tree)).found).toEqual([
    'info resolution/unknown-option',
  ]);
});

test('levels and numbers', async () => {
  const codes = async (text: string, ...args: readonly string[]) => {
    writeFileSync(settings, `${text}\n[rules]\nresolution/unknown-option = warning\n`);
    return (await run(...args, tree)).code;
  };
  expect(await codes('fail-on = error')).toBe(0);
  expect(await codes('fail-on = error', '--fail-on', 'warning')).toBe(1);
  expect(await codes('fail-on = error\nmax-warnings = 0')).toBe(1);
  expect(await codes('fail-on = error\nmax-warnings = 0', '--max-warnings', '99')).toBe(0);
  expect(await codes('fail-on = never')).toBe(0);
  expect(await codes('fail2ban = 3.14')).toBe(2);
  expect(await codes('fail2ban = 3.14', '--fail2ban', '1.0')).toBe(2);
});

test('each path goes by its own file', async () => {
  writeFileSync(settings, 'fail-on = never\n');
  expect((await run(tree)).code).toBe(0);
  expect((await run(tree, other)).code).toBe(1);
});

test('strict makes warnings of advice', async () => {
  const jails = join(other, 'jail.local');
  writeFileSync(jails, jail.replace('ignoreip = 192.0.2.1\n', ''));
  expect((await run(other)).found).toContain('info policy/no-trusted-address');
  expect((await run('--preset', 'strict', other)).found).toContain('warning policy/no-trusted-address');
  expect((await run('--preset', 'minimal@1', other)).found).toEqual([]);
});

test.each([
  ['unknown keys', 'presett = strict', 'site/.f2blintrc:1: presett is not known', 'did you mean preset?'],
  [
    'unknown rules',
    '[rules]\nno/rule = off',
    '.f2blintrc:2: [rules] no/rule: there is no rule no/rule',
    'f2blint rules lists them',
  ],
])('%s end with 2', async (_, text, message, hint) => {
  writeFileSync(settings, text);
  const { code, errors } = await run(tree);
  expect(code).toBe(2);
  expect(errors).toContain(message);
  expect(errors).toContain(`hint: ${hint}`);
});

test.each([
  [['--preset', 'strct'], 'there is no preset strct', 'did you mean strict?'],
  [['--preset', 'strict@9'], 'there is no preset strict@9', 'did you mean strict'],
  [['--config', join(place, 'none')], 'none does not exist', ''],
  [['--config', place], 'cannot be read', ''],
  [['--facts', settings], '.f2blintrc: is not JSON', 'one JSON object'],
])('%j ends with 2', async (args, message, hint) => {
  const { code, errors } = await run(...args, tree);
  expect({ code, message: errors.includes(message), hint: errors.includes(hint) }).toEqual({
    code: 2,
    message: true,
    hint: true,
  });
});
