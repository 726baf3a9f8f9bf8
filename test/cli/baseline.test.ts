import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Ajv from 'ajv/dist/2020';
import baselineSchema from '../../schemas/baseline.schema.json';
import lintSchema from '../../schemas/lint.schema.json';
import { sarifFaults } from '../report/sarif-faults';
import { temporaryDirectory } from '../temporary-directory';
import { collectOutput } from './collect-output';

const isAnswer = new Ajv({ allowUnionTypes: true }).compile(lintSchema);
const isBaseline = new Ajv().compile(baselineSchema);

const filter = '[Definition]\nfailregex = ^bad login from <HOST>$\n';
const jailOf = (name: string, more: string) =>
  `[${name}]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\n${more}`;

function write(directory: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, name)), { recursive: true });
    writeFileSync(join(directory, name), text);
  }
}

const places = temporaryDirectory();
let count = 0;

/** A tree with findings, and the file of a baseline beside it. */
function place(jail = jailOf('sshd', 'bantime = -1\nbntime = 5\n')) {
  const top = join(places, String(++count));
  const tree = join(top, 'etc/fail2ban');
  write(tree, { 'fail2ban.conf': '[Definition]\n', 'filter.d/sshd.conf': filter, 'jail.local': jail });
  return { tree, jail: join(tree, 'jail.local'), baseline: join(top, 'baseline.json') };
}

const run = (...args: readonly string[]) =>
  collectOutput(['lint', '--base', 'none', ...args], { environment: { SOURCE_DATE_EPOCH: '1767225600' } });

async function findings(...args: readonly string[]) {
  const { code, output, errors } = await run('--format', 'json', ...args);
  const answer = JSON.parse(output);
  const { findings: found, summary } = answer;
  expect([isAnswer(answer), isAnswer.errors]).toEqual([true, null]);
  const list = found as readonly { rule: string; line: number; suppressed: unknown }[];
  return { code, errors, summary, found: list, rules: list.map(({ rule }) => rule) };
}

function rows(file: string): readonly Readonly<Record<string, unknown>>[] {
  const document = JSON.parse(readFileSync(file, 'utf8'));
  expect([isBaseline(document), isBaseline.errors]).toEqual([true, null]);
  return document.findings;
}

test('what is written down is no longer reported, and is the same wherever it stands', async () => {
  const { tree, jail, baseline } = place();
  const first = await run('--baseline', baseline, '--update-baseline', tree);
  expect(first.code).toBe(0);
  expect(first.errors).toMatch(/baseline\.json has \d findings: \d new, 0 taken out\n$/);
  expect(first.output).toMatch(/^no findings in .*, \d suppressed\n$/);
  expect(rows(baseline)).toContainEqual({
    file: 'etc/fail2ban/jail.local',
    section: 'sshd',
    option: 'bantime',
    jail: 'sshd',
    rule: 'policy/permanent-ban',
    value: '-1',
  });
  writeFileSync(jail, `# a line more\n\n${readFileSync(jail, 'utf8')}`);
  expect(await findings('--baseline', baseline, tree)).toMatchObject({ code: 0, errors: '', rules: [] });
  expect((await findings(tree)).rules.length).toBeGreaterThan(1);
});

test('an entry lapses when the value changes, and one more of a kind is reported', async () => {
  const { tree, jail, baseline } = place(jailOf('sshd', 'bantime = -1\n'));
  await run('--baseline', baseline, '--update-baseline', tree);
  writeFileSync(jail, jailOf('sshd', 'bantime = -2\n'));
  expect((await findings('--baseline', baseline, tree)).rules).toContain('policy/permanent-ban');
  writeFileSync(jail, jailOf('sshd', 'bantime = -1\n') + jailOf('other', 'bantime = -1\n'));
  const { found } = await findings('--baseline', baseline, tree);
  expect(found.filter(({ rule }) => rule === 'policy/permanent-ban').map(({ line }) => line)).toEqual([10]);
});

test('it says what is gone, and only shrinks unless told otherwise', async () => {
  const { tree, jail, baseline } = place();
  await run('--baseline', baseline, '--update-baseline', tree);
  const before = rows(baseline).length;
  writeFileSync(jail, jailOf('sshd', 'bantime = 1d\nbntime = 5\n') + jailOf('other', 'fndtime = 5\n'));
  const later = await findings('--baseline', baseline, tree);
  expect(later.errors).toContain('is there no more; --update-baseline takes it out');
  expect(later.rules).toContain('resolution/unknown-option');
  const shrunk = await findings('--baseline', baseline, '--update-baseline', tree);
  expect(shrunk.rules).toEqual(later.rules);
  expect(rows(baseline)).toHaveLength(before - 1);
  const all = await findings('--baseline', baseline, '--update-baseline=all', tree);
  expect(all.rules).toEqual([]);
  expect(rows(baseline).map(({ option }) => option)).toEqual(expect.arrayContaining(['bntime', 'fndtime']));
  const again = readFileSync(baseline, 'utf8');
  await run('--baseline', baseline, '--update-baseline=all', tree);
  expect(readFileSync(baseline, 'utf8')).toBe(again);
});

test('what was not looked at stays: other trees, other files, rules without facts', async () => {
  const { tree, jail, baseline } = place();
  const facts = join(dirname(baseline), 'facts.json');
  writeFileSync(
    facts,
    '{"log-files": ["/var/log/other.log"], "units": [], "journal": true, "os": "debian12"}',
  );
  await run('--baseline', baseline, '--update-baseline', '--facts', facts, tree);
  const before = rows(baseline);
  expect(before.map(({ rule }) => rule)).toContain('log/file-missing');
  expect(
    (await run('--baseline', baseline, '--update-baseline', join(tree, 'filter.d/sshd.conf'))).errors,
  ).toContain('0 taken out');
  const { tree: other } = place();
  await run('--baseline', baseline, '--update-baseline', other);
  writeFileSync(jail, jailOf('sshd', 'bantime = -1\nbntime = 5\n').replace('auth', 'other'));
  await run('--baseline', baseline, '--update-baseline', tree);
  expect(rows(baseline)).toEqual(before);
  await run('--baseline', baseline, '--update-baseline', '--facts', facts, tree);
  expect(rows(baseline).map(({ rule }) => rule)).not.toContain('log/file-missing');
});

test('a tree that can not be loaded takes nothing out', async () => {
  const { tree, jail, baseline } = place();
  await run('--baseline', baseline, '--update-baseline', tree);
  const before = rows(baseline);
  writeFileSync(jail, `enabled = true\n${jailOf('sshd', '')}`);
  const { errors } = await run('--baseline', baseline, '--update-baseline', tree);
  expect(errors).toContain('0 new, 0 taken out');
  expect(rows(baseline)).toEqual(before);
});

test('a preset that hears errors alone takes nothing else out', async () => {
  const { tree, baseline } = place();
  await run('--baseline', baseline, '--update-baseline', tree);
  const before = rows(baseline);
  await run('--baseline', baseline, '--update-baseline', '--preset', 'minimal', tree);
  expect(rows(baseline)).toEqual(before);
});

test('no secret gets into it', async () => {
  const { tree, baseline } = place(
    jailOf('sshd', 'action = nothere[cftoken="0123456789abcdef0123", port=ssh, password=hunter22]\n'),
  );
  await run('--baseline', baseline, '--update-baseline', tree);
  const text = readFileSync(baseline, 'utf8');
  expect(text).toContain('"option":"action"');
  expect(text).not.toMatch(/0123456789abcdef|hunter22/);
});

test('paths count from its own directory', async () => {
  const { tree, baseline } = place();
  const directory = process.cwd();
  try {
    process.chdir(tree);
    await run('--baseline', '../../baseline.json', '--update-baseline', '.');
  } finally {
    process.chdir(directory);
  }
  expect(rows(baseline).every(({ file }) => /^etc\/fail2ban\//.test(String(file)))).toBe(true);
  expect((await findings('--baseline', baseline, tree)).rules).toEqual([]);
});

test('--show-suppressed lists what is hidden, and why', async () => {
  const { tree, jail, baseline } = place();
  await run('--baseline', baseline, '--update-baseline', tree);
  writeFileSync(
    jail,
    jailOf(
      'sshd',
      '# f2blint-disable-next-line policy/permanent-ban until 2026-01-01 -- the \x1b[31mdesk\nbantime = -1\nbntime = 5\n',
    ),
  );
  const { found, summary, code } = await findings('--baseline', baseline, '--show-suppressed', tree);
  expect(code).toBe(0);
  expect(summary.suppressed).toBe(found.length);
  const [comment, known] = [
    found.find(({ rule }) => rule === 'policy/permanent-ban'),
    found.find(({ rule }) => rule === 'resolution/unknown-option'),
  ];
  expect(comment!.suppressed).toEqual({ kind: 'inline', reason: 'the \x1b[31mdesk', until: '2026-01-01' });
  expect(known!.suppressed).toEqual({ kind: 'baseline', reason: null, until: null });
  const { output } = await run('--baseline', baseline, '--show-suppressed', tree);
  expect(output).toContain('suppressed by a comment: the \\u{1b}[31mdesk (until 2026-01-01)');
  expect(output).toContain('suppressed by the baseline');
});

test('SARIF leaves them out, as GitHub would open an alert for each, but on demand', async () => {
  const { tree, baseline } = place();
  await run('--baseline', baseline, '--update-baseline', tree);
  const results = async (...args: readonly string[]) => {
    const log = JSON.parse((await run('--format', 'sarif', '--baseline', baseline, ...args, tree)).output);
    expect(sarifFaults(log)).toEqual([]);
    return log.runs[0].results;
  };
  expect(await results()).toEqual([]);
  const shown = await results('--show-suppressed');
  expect(shown.length).toBeGreaterThan(0);
  for (const each of shown) expect(each.suppressions).toEqual([{ kind: 'external', status: 'accepted' }]);
});

test('--fix leaves alone what is suppressed', async () => {
  const text = (other: string) =>
    jailOf(
      'sshd',
      `# f2blint-disable-next-line value/wrong-type -- as it is\nbantime.increment = ture\nbantime.overalljails = ${other}\n`,
    );
  const { tree, jail } = place(text('ture'));
  await run('--fix', tree);
  expect(readFileSync(jail, 'utf8')).toBe(text('true'));
});

test.each([
  ['nothing', '', 'is not JSON'],
  ['a list', '[]', 'is no baseline: is no object'],
  [
    'another version',
    '{"schemaVersion": 2, "findings": []}',
    'is no baseline: schemaVersion is of another version',
  ],
  [
    'an unknown key',
    '{"schemaVersion": 1, "findings": [{"file": "a", "rule": "b/c", "line": 3}]}',
    'line is not known',
  ],
  ['no rule', '{"schemaVersion": 1, "findings": [{"file": "a"}]}', 'findings.0 "rule" is missing'],
])('a baseline that is %s ends with 2', async (_, text, message) => {
  const { tree, baseline } = place();
  writeFileSync(baseline, text);
  const { code, errors } = await run('--baseline', baseline, tree);
  expect({ code, errors }).toEqual({ code: 2, errors: expect.stringContaining(message) });
  expect(errors).toContain('hint: ');
});

test.each([
  [['--baseline', '/nonexistent/b.json'], 'does not exist', '--update-baseline writes it'],
  [
    ['--baseline', '/nonexistent/b.json', '--update-baseline'],
    'cannot be written',
    '--baseline FILE takes a file',
  ],
  [['--update-baseline'], 'there is no baseline to update', 'name it with --baseline FILE'],
  [['--update-baseline=some'], '--update-baseline=some is not known', '--update-baseline=all'],
])('%j ends with 2', async (args, message, hint) => {
  const { tree } = place();
  const { code, errors } = await run(...args, tree);
  expect(code).toBe(2);
  expect(errors).toContain(message);
  expect(errors).toContain(hint);
});
