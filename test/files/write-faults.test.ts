import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FileChange } from '../../src/files/file-change';
import { recover } from '../../src/files/recover';
import { writeFiles } from '../../src/files/write';
import type { Disk } from '../../src/files/writing/disk';
import { temporaryDirectory } from '../temporary-directory';
import { changesSomething, diskUntil, faultyDisk, Killed, systemError } from './faulty-disk';

jest.setTimeout(60_000);

const place = temporaryDirectory();
const tree = join(place, 'tree');

/** A file before and after, by its path below the place. */
type Plan = readonly (readonly [name: string, before: string | undefined, after: string | undefined])[];

/** Twenty files: changed, made, made in a new directory, removed, and one outside the tree, which a link leads to. */
const twenty: Plan = [
  ...Array.from(
    { length: 13 },
    (_, n) => [`tree/jail.d/${n}.local`, `[${n}]\n`.repeat(n), `new ${n}\n`] as const,
  ),
  ['tree/jail.local', undefined, '[a]\n'],
  ['tree/filter.d/a.local', undefined, '[Definition]\n'],
  ['tree/filter.d/b.local', undefined, ''],
  ['tree/fail2ban.local', 'gone', undefined],
  ['tree/jail.d/gone.conf', '', undefined],
  ['outside/shared', 'old', 'new'],
  ['tree/jail.conf', 'old', 'old and new'],
];
const few: Plan = [
  ['tree/a.local', 'old a', 'new a'],
  ['tree/new.d/b.local', undefined, 'new b'],
  ['tree/c.local', 'old c', undefined],
];

function setUp(plan: Plan): void {
  rmSync(tree, { recursive: true, force: true });
  rmSync(join(place, 'outside'), { recursive: true, force: true });
  mkdirSync(tree);
  for (const [name, before] of plan) {
    if (before === undefined) continue;
    mkdirSync(dirname(join(place, name)), { recursive: true });
    writeFileSync(join(place, name), before);
  }
  symlinkSync('../outside/shared', join(tree, 'link.local'));
}

const changes = (plan: Plan): readonly FileChange[] =>
  plan.map(([name, before, after]) => ({
    path: name === 'outside/shared' ? join(tree, 'link.local') : join(place, name),
    before: before === undefined ? undefined : Buffer.from(before),
    after: after === undefined ? undefined : Buffer.from(after),
  }));

/** The files and directories on the disk without the link, which must be there still. */
function found(): ReadonlyMap<string, string> {
  const entries = readdirSync(place, { recursive: true, withFileTypes: true });
  expect(entries.find(entry => entry.isSymbolicLink())?.name).toBe('link.local');
  return new Map(
    entries
      .filter(entry => !entry.isSymbolicLink())
      .map(entry => {
        const path = join(entry.parentPath, entry.name);
        return [
          path.slice(place.length + 1),
          entry.isFile() ? readFileSync(path, 'utf8') : 'directory',
        ] as const;
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** What is on the disk if all of the plan is old, and if all of it is new. */
function bothStates(plan: Plan) {
  setUp(plan);
  const old = found();
  expect(
    writeFiles(
      tree,
      changes(plan),
      faultyDisk(({ go }) => go()),
    ),
  ).toMatchObject({ kind: 'written' });
  return { old, fresh: found() };
}

/** Each file by itself is old or new; all else is temporary, and nothing that fail2ban reads. */
function expectWholeFiles(plan: Plan): void {
  const files = found();
  const names = new Map(plan.map(([name, before, after]) => [name, [before, after]]));
  for (const [name, states] of names) expect(states).toContain(files.get(name));
  for (const [name, content] of files)
    if (!names.has(name) && content !== 'directory')
      expect(name).toMatch(/\/\.f2blint-[^/]*(?<!\.conf|\.local)$/);
}

function runKilled(action: (disk: Disk) => unknown, last: number): boolean {
  try {
    action(diskUntil(last));
    return false;
  } catch (error) {
    expect(error).toBeInstanceOf(Killed);
    return true;
  }
}

test('killed at any time: each file is old or new, and after recover all are', () => {
  const { old, fresh } = bothStates(twenty);
  const ends = { old: 0, fresh: 0, mixed: 0 };
  for (let last = 1; ; last++) {
    setUp(twenty);
    if (!runKilled(disk => writeFiles(tree, changes(twenty), disk), last)) break;
    expectWholeFiles(twenty);
    const plain = new Map([...found()].filter(([name]) => !name.includes('.f2blint')));
    const isOld = twenty.every(([name, before]) => plain.get(name) === before);
    const isFresh = twenty.every(([name, , after]) => plain.get(name) === after);
    const result = recover(
      tree,
      faultyDisk(({ go }) => go()),
    );
    expect(result).toMatchObject({ kind: 'recovered', changed: [] });
    const after = found();
    ends[isOld ? 'old' : isFresh ? 'fresh' : 'mixed']++;
    if (isOld) expect(after).toEqual(old);
    else expect([old, fresh]).toContainEqual(after);
  }
  expect(ends.old).toBeGreaterThan(100);
  expect(ends.mixed).toBeGreaterThanOrEqual(19);
  expect(ends.fresh).toBeGreaterThan(20);
});

test('recover itself killed at any time, after a kill at any time', () => {
  const { old, fresh } = bothStates(few);
  let kills = 0;
  for (let last = 1; ; last++) {
    for (let second = 1; ; second++) {
      setUp(few);
      if (!runKilled(disk => writeFiles(tree, changes(few), disk), last)) {
        expect(kills).toBeGreaterThan(50);
        return;
      }
      const isKilled = runKilled(disk => recover(tree, disk), second);
      expectWholeFiles(few);
      expect(
        recover(
          tree,
          faultyDisk(({ go }) => go()),
        ),
      ).toMatchObject({ kind: 'recovered', changed: [] });
      expect([old, fresh]).toContainEqual(found());
      if (!isKilled) break;
      kills++;
    }
  }
});

type Call = Parameters<Parameters<typeof faultyDisk>[0]>[0];

test.each<[string, string, (call: Call, failing: number) => boolean]>([
  ['any call', 'EIO', ({ number }, failing) => number === failing],
  ['all calls from one on', 'EIO', ({ number }, failing) => number >= failing],
  [
    'all that change something from one on',
    'EROFS',
    ({ number, name, args }, failing) => number >= failing && changesSomething(name, args),
  ],
  [
    'all that need room from one on',
    'ENOSPC',
    ({ number, name }, failing) => number >= failing && /^(?:write|mkdir)Sync$/.test(name),
  ],
])('%s failing with %s: all files are old or new, as the result says', (_, code, isFailing) => {
  const { old, fresh } = bothStates(few);
  const kinds = new Map<string, number>();
  for (let failing = 1; ; failing++) {
    let hasFailed = false;
    setUp(few);
    const disk = faultyDisk(call => {
      if (!isFailing(call, failing)) return call.go();
      hasFailed = true;
      if (call.name === 'closeSync') call.go();
      throw systemError(code, call.name);
    });
    const result = writeFiles(tree, changes(few), disk);
    if (!hasFailed) break;
    kinds.set(result.kind, (kinds.get(result.kind) ?? 0) + 1);
    expectWholeFiles(few);
    const isLeft = result.kind === 'failed' && result.left.length > 0;
    const now = new Map([...found()].filter(([name]) => !name.includes('.f2blint') && name !== 'tree/new.d'));
    const state = new Map(
      [...(result.kind === 'written' ? fresh : old)].filter(([name]) => name !== 'tree/new.d'),
    );
    if (!isLeft) expect(now).toEqual(state);
    expect(recover(tree)).toMatchObject({ kind: 'recovered', changed: [] });
    expect(found()).toEqual(result.kind === 'written' ? fresh : old);
  }
  expect(kinds.get('failed')).toBeGreaterThan(20);
});
