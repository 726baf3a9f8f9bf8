import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import confEdited from '../../rules/resolution/conf-edited';
import { diskSnapshot } from '../../src/files/disk';
import type { Snapshot } from '../../src/files/snapshot';
import { defaultRelease } from '../../src/knowledge/release';
import { lint } from '../../src/lint/lint';
import { debianStock, shared } from './shared';

/** Each with a file, what is written instead of what, and the line at which that is reported. */
const edits: readonly (readonly [file: string, text: RegExp, instead: string])[] = [
  ['jail.conf', /^bantime +=.*$/m, 'bantime = 30m'],
  ['jail.conf', /^\[sshd\]\n/m, '[sshd]\nenabled = true\n'],
  ['jail.conf', /^backend = auto$/m, 'backend = systemd'],
  ['fail2ban.conf', /^loglevel = INFO$/m, 'loglevel = DEBUG'],
  ['paths-common.conf', /^sshd_backend = .*$/m, 'sshd_backend = systemd'],
  ['jail.d/defaults-debian.conf', /^enabled = true$/m, 'enabled = false'],
  ['filter.d/sshd.conf', /^maxlines = 1$/m, 'maxlines = 10'],
  ['action.d/route.conf', /^blocktype = .*$/m, 'blocktype = prohibit'],
];

test.each(edits)('an edit of %s in the package of Debian: %s', (file, text, instead) => {
  expect(reported(debianStock, file, text, instead)).toEqual([file]);
});

/** What a distribution changes for all its users is no edit of the admin's. */
test.each(edits)('%s in files of the project, which distributions change: %s', (file, text, instead) => {
  const isChoice = instead.includes('bantime') || instead.includes('enabled = true');
  for (const release of ['0.11.2', '1.0.2', '1.1.0', '1.1.1']) {
    const tree = join(shared, 'corpus/stock', release);
    if (diskSnapshot(tree).entry(join(tree, file)) === undefined) continue;
    expect([release, reported(tree, file, text, instead)]).toEqual([release, isChoice ? [file] : []]);
  }
});

test('a file the upgrade left behind is no edit', () => {
  const old = readFileSync(join(shared, 'corpus/stock/0.10.6/jail.conf'), 'utf8');
  const unknown = old.replace(/^maxretry = 1$/gm, 'maxretry = 8').replace(/^port +=.*$/gm, 'port = 1');
  expect(filesOf(withFile(debianStock, 'jail.conf', old))).toEqual([]);
  expect(filesOf(withFile(debianStock, 'jail.conf', unknown))).toEqual([]);
});

test('no stock tree was edited', () => {
  const releases = [
    '0.9.7',
    '0.10.6',
    '0.11.2',
    '1.0.2',
    '1.1.0',
    '1.1.1',
    'master',
    'epel7-0.9',
    'epel7-0.11',
  ];
  for (const release of [...releases, 'debian-1.0.2', 'linuxserver']) {
    expect([release, filesOf(diskSnapshot(join(shared, 'corpus/stock', release)))]).toEqual([release, []]);
  }
});

function reported(tree: string, file: string, text: RegExp, instead: string): readonly string[] {
  const before = readFileSync(join(tree, file), 'utf8');
  const after = before.replace(text, instead);
  expect(after).not.toBe(before);
  return filesOf(withFile(tree, file, after));
}

/** A tree on disk with other text in one file. */
function withFile(tree: string, file: string, text: string): Snapshot {
  const disk = diskSnapshot(tree);
  const path = join(tree, file);
  return { ...disk, entry: asked => (asked === path ? { kind: 'text', text } : disk.entry(asked)) };
}

function filesOf(snapshot: Snapshot): readonly string[] {
  const { diagnostics } = lint(snapshot, {
    release: defaultRelease,
    rules: [confEdited],
    severities: new Map(),
  });
  return diagnostics.map(({ range }) => range.file.name);
}
