import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryDirectory } from '../temporary-directory';
import { collectOutput } from './collect-output';

const jail =
  '[DEFAULT]\nignoreip = 192.0.2.1\n\n[web]\nenabled = ture\nfilter = web\nlogpath = /var/log/web.log\naction = drop\n';
const files = {
  'fail2ban.conf': '[Definition]\n',
  'jail.local': jail,
  'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  'action.d/drop.conf': '[Definition]\nactionban = drop <ip>\nactionunban = undrop <ip>\n',
};

function treeOnDisk(others: Readonly<Record<string, string>> = {}): string {
  const tree = join(temporaryDirectory(), 'fail2ban');
  for (const [name, text] of Object.entries({ ...files, ...others })) {
    mkdirSync(dirname(join(tree, name)), { recursive: true });
    writeFileSync(join(tree, name), text);
  }
  return tree;
}

/** The trees are read as they are: nothing in them is the package's. */
const run = (command: string, ...args: readonly string[]) =>
  collectOutput([command, '--base', 'none', ...args]);

const trees = [
  treeOnDisk(),
  treeOnDisk(),
  treeOnDisk(),
  treeOnDisk(),
  treeOnDisk(),
  treeOnDisk(),
  treeOnDisk(),
];
const [fixing, showing, stubborn, setting, linked, listed, single] = trees as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
];

test('--fix writes what is proven and says so; once more there is nothing to do', async () => {
  const first = await run('lint', '--fix', fixing);
  expect(first).toMatchObject({ code: 0, errors: '' });
  expect(first.output).toContain(`applied 1 fix:\n  ${fixing}/jail.local:5 value/wrong-type: write true\n`);
  expect(readFileSync(join(fixing, 'jail.local'), 'utf8')).toBe(jail.replace('ture', 'true'));
  expect(readdirSync(fixing).sort()).toEqual(['action.d', 'fail2ban.conf', 'filter.d', 'jail.local']);
  const again = await run('lint', '--fix', fixing);
  expect(again.output).not.toContain('applied');
});

test('--diff prints a patch that git takes, changes nothing, and counts as lint does', async () => {
  const { code, output } = await run('lint', '--diff', showing);
  expect(code).toBe(1);
  expect(readFileSync(join(showing, 'jail.local'), 'utf8')).toBe(jail);
  execFileSync('git', ['apply', '--unsafe-paths', '--directory=/', '-'], { cwd: '/', input: output });
  expect(readFileSync(join(showing, 'jail.local'), 'utf8')).toBe(jail.replace('ture', 'true'));
});

test('JSON has the fix with its edit, before it is made', async () => {
  const { output } = await run('lint', '--format', 'json', listed);
  const { findings, summary } = JSON.parse(output);
  const fix = findings.find((each: { rule: string }) => each.rule === 'value/wrong-type').fixes[0];
  expect(fix).toEqual({
    title: 'write true',
    safety: 'safe',
    edits: [
      {
        file: join(listed, 'jail.local'),
        start: { line: 5, column: 11 },
        end: { line: 5, column: 15 },
        text: 'true',
      },
    ],
  });
  expect(summary.fixable).toBeGreaterThan(0);
});

test('a file that can not be written ends with 2 and the reason, and nothing is changed', async () => {
  mkdirSync(join(stubborn, '.f2blint-journal'));
  const { code, errors } = await run('lint', '--fix', stubborn);
  expect(code).toBe(2);
  expect(errors).toContain('.f2blint-journal');
  expect(readFileSync(join(stubborn, 'jail.local'), 'utf8')).toBe(jail);
});

test('the target of a link is written, the link stays', async () => {
  const link = join(temporaryDirectoryOf(linked), 'link');
  symlinkSync(linked, link);
  expect(await run('lint', '--fix', link)).toMatchObject({ code: 0 });
  expect(statSync(join(linked, 'jail.local')).isFile()).toBe(true);
  expect(readFileSync(join(linked, 'jail.local'), 'utf8')).toBe(jail.replace('ture', 'true'));
});

function temporaryDirectoryOf(tree: string): string {
  return dirname(tree);
}

test('of one file only the findings in it are fixed', async () => {
  expect((await run('lint', '--fix', join(single, 'filter.d/web.conf'))).output).not.toContain('applied');
  expect((await run('lint', '--fix', join(single, 'jail.local'))).output).toContain('applied 1 fix');
});

test('--fix takes no word but all', async () => {
  const { code, errors } = await run('lint', '--fix=some', fixing);
  expect(code).toBe(2);
  expect(errors).toContain('hint: say --fix, or --fix=all');
});

describe('settings', () => {
  test('set, enable, unset and disable', async () => {
    expect(await run('enable', setting, 'web')).toMatchObject({
      code: 0,
      output: `web.enabled: ture -> true (${setting}/jail.local:5)\nfail2ban comes up with this\n`,
    });
    expect((await run('set', setting, 'web.bantime=1h')).output).toContain('web.bantime: not set -> 1h');
    expect((await run('unset', setting, 'web.bantime')).output).toContain('web.bantime: 1h -> not set');
    expect((await run('disable', setting, 'web')).output).toContain('web.enabled: true -> false');
    expect(readFileSync(join(setting, 'jail.local'), 'utf8')).toBe(jail.replace('ture', 'false'));
    expect((await run('disable', setting, 'web')).output).toContain('nothing to change: it is so already');
  });

  test('--diff changes nothing', async () => {
    const before = readFileSync(join(setting, 'jail.local'), 'utf8');
    const { output } = await run('set', '--diff', setting, 'web.bantime=1h');
    expect(output).toContain('+bantime = 1h\n');
    expect(readFileSync(join(setting, 'jail.local'), 'utf8')).toBe(before);
  });

  test.each<readonly [string, readonly string[], string]>([
    ['a jail there is not', ['enable', 'wep'], 'hint: did you mean web?'],
    ['an option nothing reads', ['set', 'web.bantim=1h'], 'hint: did you mean bantime?'],
    ['no value', ['set', 'web.bantime'], 'hint: write it as JAIL.OPTION=VALUE'],
    ['a value for unset', ['unset', 'web.bantime=1h'], 'f2blint set gives a value'],
    ['nothing at all', ['enable'], 'hint: f2blint enable sshd'],
    ['a value fail2ban refuses', ['set', 'web.maxretry=few'], 'nothing was changed: value/wrong-type'],
    ['DEFAULT as a jail', ['enable', 'DEFAULT'], 'DEFAULT is no jail'],
  ])('%s ends with 2', async (_, [verb, ...words], message) => {
    const { code, output, errors } = await run(verb!, setting, ...words);
    expect([code, output]).toEqual([2, '']);
    expect(errors).toContain(message);
  });
});
