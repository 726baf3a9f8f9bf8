import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { buildSync } from 'esbuild';
import { recover } from '../../src/files/recover';
import { temporaryDirectory } from '../temporary-directory';
import { randomFrom } from './random';
import type { Task } from './write-child';

const place = temporaryDirectory();
const script = join(place, 'write-child.cjs');
const tree = join(place, 'tree');
const at = (name: string) => join(tree, name);

beforeAll(() => {
  buildSync({
    entryPoints: [join(__dirname, 'write-child.ts')],
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    outfile: script,
  });
});

beforeEach(() => {
  mkdirSync(tree);
});

afterEach(() => {
  asRoot('rm', '-rf', tree);
});

/** Mounting needs root, in CI too. */
const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];

function asRoot(...command: readonly string[]): void {
  const [program = '', ...args] = [...sudo, ...command];
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  expect({ command, status, stderr }).toMatchObject({ status: 0, stderr: '' });
}

const nobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];

function run(user: 'root' | 'nobody', task: Omit<Task, 'directory'>): unknown {
  const [program = '', ...args] = [...sudo, ...(user === 'root' ? [] : nobody), process.execPath, script];
  const input = JSON.stringify({ directory: tree, ...task });
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', input });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout);
}

const write = (user: 'root' | 'nobody', ...changes: Task['changes']) => run(user, { do: 'write', changes });
const change = (name: string, before?: string, after?: string): Task['changes'][number] => ({
  path: at(name),
  ...(before === undefined ? {} : { before }),
  ...(after === undefined ? {} : { after }),
});
const written = { kind: 'written', detached: [] };
const failed = (name: string, reason: string) => ({ kind: 'failed', path: at(name), reason, left: [] });

/** The files of the tree with their texts, links followed. */
function texts(): Record<string, string> {
  const names = readdirSync(tree, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    names
      .filter(name => statSync(at(name)).isFile())
      .map(name => [name, readFileSync(at(name), 'utf8')] as const),
  );
}

function textsOf(changes: Task['changes'], state: 'before' | 'after'): Record<string, string> {
  const files = changes.flatMap(each => {
    const text = each[state];
    return text === undefined ? [] : [[each.path.slice(tree.length + 1), text] as const];
  });
  return Object.fromEntries(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}

test('killed at 100 random times while it writes 20 files: each is old or new, and after recover all are', async () => {
  const changes = [
    ...Array.from({ length: 16 }, (_, n) => change(`${n}.local`, `old ${n}\n`.repeat(n), `new ${n}\n`)),
    change('link.local', 'old', 'new'),
    change('made.local', undefined, 'made'),
    change('jail.d/made.local', undefined, 'made'),
    change('removed.local', 'removed', undefined),
  ];
  const shared = join(place, 'shared');
  const states = [textsOf(changes, 'before'), textsOf(changes, 'after')];
  const random = randomFrom(1);
  const ends = { between: 0, mixed: 0 };
  for (let kill = 0; kill < 100; kill++) {
    rmSync(tree, { recursive: true });
    mkdirSync(tree);
    writeFileSync(shared, 'old');
    symlinkSync(shared, at('link.local'));
    for (const [name, text] of Object.entries(states[0]!)) writeFileSync(at(name), text);

    const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
    child.stdin.end(JSON.stringify({ do: 'write to and fro', directory: tree, changes }));
    await once(child.stdout, 'data');
    const ended = once(child, 'exit');
    await setTimeout(random.below(150));
    child.kill('SIGKILL');
    expect(await ended).toEqual([null, 'SIGKILL']);

    const plain = Object.fromEntries(Object.entries(texts()).filter(([name]) => !name.includes('.f2blint')));
    for (const { path, before, after } of changes)
      expect([before, after]).toContain(plain[path.slice(tree.length + 1)]);
    if (Object.keys(texts()).length === Object.keys(plain).length) ends.between++;
    if (!states.some(state => JSON.stringify(state) === JSON.stringify(plain))) ends.mixed++;
    expect(recover(tree)).toMatchObject({ kind: 'recovered', changed: [] });
    expect(states).toContainEqual(texts());
  }
  expect(ends.between).toBeLessThan(50);
  expect(ends.mixed).toBeGreaterThan(10);
});

describe('on a file system of its own', () => {
  function mount(options: string): void {
    asRoot('mount', '-t', 'tmpfs', '-o', `mode=0777,${options}`, 'tmpfs', tree);
  }

  afterEach(() => {
    asRoot('umount', tree);
  });

  test('that has room for a part of the files only, however large: all are old or all are new', () => {
    const changes = Array.from({ length: 10 }, (_, n) =>
      change(`${n}.local`, `${n}`.repeat(3000), `${n + 1}`.repeat(6000)),
    );
    const kinds = [];
    for (let pages = 10; pages < 50; pages++) {
      mount(`size=${pages * 4096}`);
      for (const { path, before = '' } of changes) writeFileSync(path, before);
      const result = write('root', ...changes);
      const isWritten = JSON.stringify(result) === JSON.stringify(written);
      if (!isWritten)
        expect(result).toMatchObject({
          kind: 'failed',
          reason: expect.stringMatching(/: the disk is full$/),
          left: [],
        });
      expect(texts()).toEqual(textsOf(changes, isWritten ? 'after' : 'before'));
      kinds.push(isWritten);
      asRoot('umount', tree);
    }
    mount('size=4096'); // for afterEach
    expect(kinds).toContain(true);
    expect(kinds.filter(isWritten => !isWritten).length).toBeGreaterThan(10);
  });

  test('that has no names left', () => {
    mount('nr_inodes=6');
    const changes = ['a', 'b'].map(name => change(name, 'old', 'new'));
    for (const { path } of changes) writeFileSync(path, 'old');
    expect(write('root', ...changes)).toEqual(failed('b', 'no copy can be made beside it: the disk is full'));
    expect(texts()).toEqual({ a: 'old', b: 'old' });
  });

  test('that is read-only', () => {
    mount('size=1M');
    writeFileSync(at('a'), 'old');
    asRoot('mount', '-o', 'remount,ro', tree);
    expect(write('root', change('a', 'old', 'new'))).toEqual(failed('a', 'the file system is read-only'));
    expect(write('root', change('b', undefined, 'new'))).toEqual({
      ...failed('', 'no file can be made in it: the file system is read-only'),
      path: tree,
    });
  });
});

test('a directory that is read-only within one that is not', () => {
  mkdirSync(at('jail.d'));
  asRoot('mount', '-t', 'tmpfs', '-o', 'ro', 'tmpfs', at('jail.d'));
  try {
    writeFileSync(at('a'), 'old');
    const changes = [change('a', 'old', 'new'), change('jail.d/b', undefined, 'new')];
    expect(write('root', ...changes)).toEqual(
      failed('jail.d/b', 'no copy can be made beside it: the file system is read-only'),
    );
    expect(texts()).toEqual({ a: 'old' });
  } finally {
    asRoot('umount', at('jail.d'));
  }
});

test('a file that is mounted by itself, as into a container', () => {
  for (const name of ['a', 'b', 'c', 'd']) writeFileSync(at(name), 'old');
  asRoot('mount', '--bind', at('d'), at('b'));
  try {
    const changes = ['a', 'b', 'c'].map(name => change(name, 'old', 'new'));
    expect(write('root', ...changes)).toEqual(
      failed('b', 'it is in use, or mounted by itself as the files of a container can be'),
    );
    expect(texts()).toEqual({ a: 'old', b: 'old', c: 'old', d: 'old' });
  } finally {
    asRoot('umount', at('b'));
  }
});

test('owner, group and mode stay where root writes, and a new file gets those of the file it goes with', () => {
  writeFileSync(at('a'), 'old');
  asRoot('chown', '33:34', at('a'));
  asRoot('chmod', '2640', at('a'));
  const changes = [change('a', 'old', 'new'), { ...change('b', undefined, 'new'), like: at('a') }];
  expect(write('root', ...changes)).toEqual(written);
  const looks = ['a', 'b'].map(name => {
    const { uid, gid, mode } = statSync(at(name));
    return [uid, gid, (mode & 0o7777).toString(8)];
  });
  expect(looks).toEqual([
    [33, 34, '2640'],
    [33, 34, '640'],
  ]);
});

describe('without the rights of root', () => {
  beforeEach(() => {
    chmodSync(tree, 0o777);
    writeFileSync(at('a'), 'old');
    asRoot('chown', 'root:root', at('a'));
  });

  test('a file of somebody else, which would not stay theirs', () => {
    asRoot('chmod', '0666', at('a'));
    expect(write('nobody', change('b', undefined, 'new'), change('a', 'old', 'new'))).toEqual(
      failed('a', 'it would not stay with its owner (user 0, group 0)'),
    );
    expect(texts()).toEqual({ a: 'old' });
  });

  test('a file that may not be written, though its directory may', () => {
    asRoot('chmod', '0644', at('a'));
    expect(write('nobody', change('a', 'old', 'new'))).toEqual(failed('a', 'permission denied'));
    asRoot('chown', '65534:65534', at('a'));
    asRoot('chmod', '0444', at('a'));
    expect(write('nobody', change('a', 'old', 'new'))).toEqual(failed('a', 'permission denied'));
    expect(texts()).toEqual({ a: 'old' });
  });

  test('a directory that may not be written', () => {
    asRoot('chown', '65534:65534', at('a'));
    mkdirSync(at('jail.d'));
    expect(write('nobody', change('a', 'old', 'new'), change('jail.d/b', undefined, 'new'))).toEqual(
      failed('jail.d/b', 'no copy can be made beside it: permission denied'),
    );
    asRoot('chmod', '0755', tree);
    expect(write('nobody', change('a', 'old', 'new'))).toEqual({
      ...failed('', 'no file can be made in it: permission denied'),
      path: tree,
    });
    asRoot('chmod', '0777', tree);
    expect(write('nobody', change('a', 'old', 'new'))).toEqual(written);
    expect(texts()).toEqual({ a: 'new' });
  });

  test('the journal of a run of somebody else', () => {
    const path = at('.f2blint-journal');
    writeFileSync(path, 't\n{}', { mode: 0o644 });
    asRoot('chown', 'root:root', path);
    expect(run('nobody', { do: 'recover', changes: [] })).toMatchObject({ kind: 'failed', path });
    asRoot('chmod', '0600', path);
    expect(run('nobody', { do: 'recover', changes: [] })).toEqual({
      kind: 'failed',
      path,
      reason: 'the journal of an interrupted run cannot be read: permission denied',
    });
    expect(run('root', { do: 'recover', changes: [] })).toMatchObject({ kind: 'recovered' });
  });
});
