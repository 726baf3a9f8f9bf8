import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { type TextChange, unifiedDiff } from '../../src/fix/patch';
import { processorTime } from '../processor-time';
import { temporaryDirectory } from '../temporary-directory';

const change = (before: string | undefined, after: string | undefined, name = 'jail.local'): TextChange => ({
  name,
  before,
  after,
});
const numbered = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}\n`).join('');

test.each<[string, TextChange, readonly string[]]>([
  [
    'a changed line',
    change('[a]\nk = 1\n', '[a]\nk = 2\n'),
    [
      'diff --git a/jail.local b/jail.local',
      '--- a/jail.local',
      '+++ b/jail.local',
      '@@ -1,2 +1,2 @@',
      ' [a]',
      '-k = 1',
      '+k = 2',
      '',
    ],
  ],
  [
    'a new file',
    change(undefined, '[a]\n', '/etc/fail2ban/jail.d/a.local'),
    [
      'diff --git a/etc/fail2ban/jail.d/a.local b/etc/fail2ban/jail.d/a.local',
      'new file mode 100644',
      '--- /dev/null',
      '+++ b/etc/fail2ban/jail.d/a.local',
      '@@ -0,0 +1,1 @@',
      '+[a]',
      '',
    ],
  ],
  [
    'a removed file without an end of its last line',
    change('[a]', undefined),
    [
      'diff --git a/jail.local b/jail.local',
      'deleted file mode 100644',
      '--- a/jail.local',
      '+++ /dev/null',
      '@@ -1,1 +0,0 @@',
      '-[a]',
      '\\ No newline at end of file',
      '',
    ],
  ],
  [
    'a new empty file',
    change(undefined, ''),
    ['diff --git a/jail.local b/jail.local', 'new file mode 100644', 'index 0000000..e69de29', ''],
  ],
  [
    'a name with a space, another with more',
    change('a\r\n', 'b\r\n', 'my "ä".local'),
    [
      'diff --git "a/my \\"\\303\\244\\".local" "b/my \\"\\303\\244\\".local"',
      '--- "a/my \\"\\303\\244\\".local"\t',
      '+++ "b/my \\"\\303\\244\\".local"\t',
      '@@ -1,1 +1,1 @@',
      '-a\r',
      '+b\r',
      '',
    ],
  ],
])('%s', (_, each, lines) => {
  expect(unifiedDiff([each])).toBe(lines.join('\n'));
});

test('nothing where nothing changes', () => {
  expect(unifiedDiff([change('a\n', 'a\n'), change(undefined, undefined)])).toBe('');
});

test('three lines around a change, and a hunk for each change far from the others', () => {
  const before = numbered('line ', 40);
  const after = before.replace('line 5\n', 'five\n').replace('line 30\n', '');
  const patch = unifiedDiff([change(before, after)]);
  expect(patch.match(/^@@.*/gm)).toEqual(['@@ -3,7 +3,7 @@', '@@ -28,7 +28,6 @@']);
});

describe.each<[string, readonly string[]]>([
  ['git apply', ['git', 'apply', '--whitespace=nowarn', '-']],
  ['patch -p1', ['patch', '-p1', '--quiet', '--fuzz=0']],
])('%s', (_, [command = '', ...args]) => {
  const root = temporaryDirectory();
  let runs = 0;

  /** Each change in a file of its own, all in one patch: what the command makes of the files. */
  function applied(changes: readonly TextChange[]): readonly (string | undefined)[] {
    const directory = join(root, `${runs++}`);
    mkdirSync(directory);
    if (command === 'git') expect(spawnSync('git', ['init', '-q'], { cwd: directory }).status).toBe(0);
    for (const { name, before } of changes) {
      mkdirSync(dirname(join(directory, name)), { recursive: true });
      if (before !== undefined) writeFileSync(join(directory, name), before);
    }
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd: directory,
      input: unifiedDiff(changes),
      encoding: 'utf8',
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
    });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
    return changes.map(({ name }) => {
      const path = join(directory, name);
      return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
    });
  }

  test('makes the text after of the text before', () => {
    const line = fc.oneof(
      fc.constantFrom('', ' ', '[a]', 'k = 1', '-- x', '++ y', '\\ No newline at end of file', '@@ -1 +1 @@'),
      fc.string({ unit: 'binary', maxLength: 6 }).map(text => text.replaceAll('\0', '')),
    );
    const text = fc
      .tuple(
        fc.array(fc.tuple(line, fc.constantFrom('\n', '\n', '\r\n', '\r')), { maxLength: 30 }),
        fc.constantFrom('', 'end', '\ufeff', '\t'),
      )
      .map(([lines, end]) => lines.map(parts => parts.join('')).join('') + end);
    const edited = fc
      .tuple(
        text,
        fc.array(fc.tuple(fc.nat(60), fc.nat(3), fc.constantFrom('', 'new\n', 'x')), { maxLength: 4 }),
      )
      .map(([before, edits]): [string, string] => {
        const lines = before.match(/[^\n]*\n|[^\n]+/g) ?? [];
        for (const [at, count, added] of edits) lines.splice(at, count, added);
        return [before, lines.join('')];
      });
    const pair = fc.oneof(
      { weight: 4, arbitrary: edited },
      fc.tuple(text, text),
      fc.tuple(fc.constant(undefined), text),
      fc.tuple(text, fc.constant(undefined)),
    );
    fc.assert(
      fc.property(fc.array(pair, { minLength: 60, maxLength: 60 }), pairs => {
        const changes = pairs.map(([before, after], index) => change(before, after, `jail.d/${index}.conf`));
        expect(applied(changes)).toEqual(pairs.map(([, after]) => after));
      }),
      { numRuns: 10 },
    );
  });

  test('takes a file by any name', () => {
    const names = [
      'a b.local',
      ' x',
      'tab\t.local',
      'line\nfeed',
      '"quoted".conf',
      "it's",
      'back\\slash',
      'käse/ж.conf',
      '\u{1f600}',
      'bell\u0007\u001b[1m',
      'a b/c d/new',
      '-dash',
    ];
    for (const [before, after] of [
      ['a\nb\n', 'a\nc\n'],
      [undefined, 'new\n'],
      ['old', undefined],
    ] as const)
      expect(applied(names.map(each => change(before, after, each)))).toEqual(names.map(() => after));
    // GNU patch finds no name with a space where there are no lines, by git's own patches neither
    const plain = names.filter(each => !each.includes(' '));
    for (const [before, after] of [
      [undefined, ''],
      ['', undefined],
    ] as const)
      expect(applied(plain.map(each => change(before, after, each)))).toEqual(plain.map(() => after));
  });

  test('takes texts that have nothing in common but their ends', () => {
    const head = numbered('head ', 5);
    const tail = numbered('tail ', 5);
    const before = numbered('a', 1000);
    const after = numbered('b', 700);
    const changes = [
      change(before, after, '1'),
      change(head + before + tail, head + after + tail, '2'),
      change(`${head}${before}x`, `${head}${after}`, '3'),
      change(`${before}${tail}end`, `b\n${after}${tail}end`, '4'),
      change('x\n'.repeat(2000), 'x\n'.repeat(100), '5'),
    ];
    expect(unifiedDiff(changes).match(/^@@.*/gm)).toEqual([
      '@@ -1,1000 +1,700 @@',
      '@@ -3,1006 +3,706 @@',
      '@@ -3,1004 +3,703 @@',
      '@@ -1,1003 +1,704 @@',
      '@@ -98,1903 +98,3 @@',
    ]);
    expect(applied(changes)).toEqual(changes.map(each => each.after));
  });
});

test.each([
  ['equal but for a line', numbered('a', 50_000), numbered('a', 50_000).replace('a777\n', 'x\n')],
  ['different in each line', numbered('a', 50_000), numbered('b', 50_000)],
  ['of the same lines in another order', 'x\n'.repeat(50_000), 'x\nx\ny\n'.repeat(20_000)],
  ['without line ends', 'a'.repeat(1_000_000), 'b'.repeat(1_000_000)],
])('two long files, %s', (_, before, after) => {
  const start = processorTime();
  const patch = unifiedDiff([change(before, after)]);
  expect(processorTime() - start).toBeLessThan(5000);
  expect(patch).toContain('+++ b/jail.local');
});
