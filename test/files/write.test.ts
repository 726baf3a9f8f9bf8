import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { FileChange } from '../../src/files/file-change';
import { recover } from '../../src/files/recover';
import { writeFiles } from '../../src/files/write';
import type { Disk } from '../../src/files/writing/disk';
import { temporaryDirectory } from '../temporary-directory';
import { faultyDisk, systemError } from './faulty-disk';

const place = temporaryDirectory();
let tree = '';
let outside = '';
let trees = 0;

beforeEach(() => {
  const number = trees++;
  tree = join(place, `tree${number}`);
  outside = join(place, `outside${number}`);
  mkdirSync(tree);
  mkdirSync(outside);
});

const at = (name: string) => join(tree, name);
const bytes = (text: string | undefined) => (text === undefined ? undefined : Buffer.from(text));
const change = (name: string, before: string | undefined, after: string | undefined): FileChange => ({
  path: name.startsWith('/') ? name : at(name),
  before: bytes(before),
  after: bytes(after),
});
const modeOf = (name: string) => (statSync(at(name)).mode & 0o7777).toString(8);
const fastDisk = faultyDisk(({ go }) => go());

function write(changes: readonly FileChange[], disk: Disk = fastDisk) {
  return writeFiles(tree, changes, disk);
}

/** All below the tree and outside, names of links and texts of files. */
function everything(): Record<string, string> {
  const found: Record<string, string> = {};
  for (const directory of [tree, outside])
    for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      const what = entry.isFile()
        ? readFileSync(path, 'utf8')
        : entry.isSymbolicLink()
          ? `-> ${readlinkSync(path)}`
          : entry.isDirectory()
            ? 'directory'
            : 'other';
      found[path.replace(place, '').replace(/\d+/, '')] = what;
    }
  return found;
}

const written = { kind: 'written', detached: [] };
const refused = (name: string, reason: string | RegExp) => ({
  kind: 'failed',
  path: name.startsWith('/') ? name : at(name),
  reason: typeof reason === 'string' ? reason : expect.stringMatching(reason),
  left: [],
});

describe('what is written', () => {
  test('files are changed, made and removed, directories made as needed', () => {
    writeFileSync(at('jail.local'), 'old');
    writeFileSync(at('fail2ban.local'), 'gone');
    const changes = [
      change('jail.local', 'old', '[a]\r\nk = ü\0'),
      change('fail2ban.local', 'gone', undefined),
      change('jail.d/a/b.local', undefined, 'new'),
      change('jail.d/c.local', undefined, ''),
    ];
    expect(writeFiles(tree, changes)).toEqual(written);
    expect(everything()).toEqual({
      '/tree/jail.local': '[a]\r\nk = ü\0',
      '/tree/jail.d': 'directory',
      '/tree/jail.d/a': 'directory',
      '/tree/jail.d/a/b.local': 'new',
      '/tree/jail.d/c.local': '',
    });
  });

  test('what does not change is not touched', () => {
    writeFileSync(at('jail.local'), 'old');
    const { ino, mtimeMs } = statSync(at('jail.local'));
    expect(write([change('jail.local', 'old', 'old')])).toEqual(written);
    expect(statSync(at('jail.local'))).toMatchObject({ ino, mtimeMs });
    expect(write([])).toEqual(written);
  });

  test.each([0o644, 0o600, 0o640, 0o666, 0o755, 0o4711])('a mode stays: %o', mode => {
    writeFileSync(at('jail.local'), 'old');
    chmodSync(at('jail.local'), mode);
    expect(write([change('jail.local', 'old', 'new')])).toEqual(written);
    expect(modeOf('jail.local')).toBe(mode.toString(8));
  });

  test('a new file has mode 0644 or that of the file it goes with, a new directory that of the one above, whatever the umask', () => {
    writeFileSync(at('jail.conf'), '');
    chmodSync(at('jail.conf'), 0o640);
    chmodSync(tree, 0o750);
    const umask = process.umask(0o077);
    try {
      const changes = [
        { ...change('jail.local', undefined, 'new'), like: at('jail.conf') },
        { ...change('jail.d/a.local', undefined, 'new'), like: at('missing.conf') },
        change('jail.d/b.local', undefined, 'new'),
      ];
      expect(write(changes)).toEqual(written);
    } finally {
      process.umask(umask);
    }
    expect(['jail.local', 'jail.d', 'jail.d/a.local', 'jail.d/b.local'].map(modeOf)).toEqual([
      '640',
      '750',
      '644',
      '644',
    ]);
  });

  test('a link stays and what it leads to is written', () => {
    writeFileSync(join(outside, 'shared'), 'old');
    symlinkSync(join(outside, 'shared'), join(outside, 'second'));
    symlinkSync(`../${outside.slice(place.length + 1)}/second`, at('jail.local'));
    symlinkSync(outside, at('jail.d'));
    const changes = [change('jail.local', 'old', 'new'), change('jail.d/a.local', undefined, 'made')];
    expect(write(changes)).toEqual(written);
    expect(everything()).toMatchObject({
      '/tree/jail.local': expect.stringContaining('-> ../outside'),
      '/outside/second': expect.stringContaining('-> /'),
      '/outside/shared': 'new',
      '/outside/a.local': 'made',
    });
    expect(readdirSync(outside).sort()).toEqual(['a.local', 'second', 'shared']);
  });

  test('where a link is removed, what it leads to stays', () => {
    writeFileSync(join(outside, 'shared'), 'old');
    symlinkSync(join(outside, 'shared'), at('jail.local'));
    expect(write([change('jail.local', 'old', undefined)])).toEqual(written);
    expect(everything()).toEqual({ '/outside/shared': 'old' });
  });

  test('of a file with several names only the one is changed, which is told', () => {
    writeFileSync(at('jail.local'), 'old');
    linkSync(at('jail.local'), join(outside, 'backup'));
    expect(write([change('jail.local', 'old', 'new')])).toEqual({
      kind: 'written',
      detached: [at('jail.local')],
    });
    expect(everything()).toEqual({ '/tree/jail.local': 'new', '/outside/backup': 'old' });
  });

  test('a system that takes a few bytes at a time gets all of them', () => {
    const disk = faultyDisk(({ name, args, go }) => {
      if (name !== 'writeSync') return go();
      const [descriptor, content, start, length, position] = args as [
        number,
        Uint8Array,
        number,
        number,
        number?,
      ];
      return fastDisk.writeSync(descriptor, content, start, Math.min(length, 7), position);
    });
    const after = 'a text of more than seven bytes\n'.repeat(10);
    expect(write([change('jail.local', undefined, after)], disk)).toEqual(written);
    expect(readFileSync(at('jail.local'), 'utf8')).toBe(after);
  });

  test('a long name and a large file', () => {
    const name = `${'n'.repeat(249)}.local`;
    writeFileSync(at(name), 'x'.repeat(300_000));
    expect(write([change(name, 'x'.repeat(300_000), 'y'.repeat(200_000))])).toEqual(written);
    expect(readFileSync(at(name), 'utf8')).toBe('y'.repeat(200_000));
  });
});

describe('what is refused, and then nothing is touched', () => {
  const good = () => [change('a.local', 'old', 'new'), change('new.d/b.local', undefined, 'new')];

  test.each<[string, (name: string) => void, string | undefined, string]>([
    ['changed', name => writeFileSync(name, 'other'), 'old', 'it has been changed since it was read'],
    ['removed', () => {}, 'old', 'it has been removed since it was read'],
    ['made', name => writeFileSync(name, 'old'), undefined, 'it has been made since the files were read'],
    ['a directory', name => mkdirSync(name), 'old', 'a directory, not a file'],
    ['a pipe', name => spawnSync('mkfifo', [name]), 'old', 'a named pipe, not a file'],
    ['a link to a pipe', linkToPipe, 'old', 'a named pipe, not a file'],
    ['a link to a device', name => symlinkSync('/dev/null', name), '', 'a device, not a file'],
    ['a link to a directory', name => symlinkSync('.', name), 'old', 'a directory, not a file'],
    ['a link to nothing', name => symlinkSync('x', name), 'old', 'a link to a file that does not exist'],
    ['a link to nothing', name => symlinkSync('x', name), undefined, 'a link to a file that does not exist'],
    ['a link to itself', name => symlinkSync('bad.local', name), 'old', 'a loop of symbolic links'],
    ['a link to itself', name => symlinkSync('bad.local', name), undefined, 'a loop of symbolic links'],
    ['the same file', name => symlinkSync('a.local', name), 'old', 'TREE/a.local'],
  ])('%s', (_, make, before, reason) => {
    writeFileSync(at('a.local'), 'old');
    make(at('bad.local'));
    const there = everything();
    const bad = change('bad.local', before, 'new');
    const expected = reason.startsWith('TREE')
      ? `the same file as ${at('a.local')}, which is to change too`
      : reason;
    expect(write([...good(), bad])).toEqual(refused('bad.local', expected));
    expect(everything()).toEqual(there);
  });

  function linkToPipe(name: string): void {
    spawnSync('mkfifo', [join(outside, 'pipe')]);
    symlinkSync(join(outside, 'pipe'), name);
  }

  function becomeLink(name: string): void {
    rmSync(name);
    symlinkSync('other', name);
  }

  test.each([
    ['a name with a zero byte', 'a\0b', 'its name is impossible'],
    ['a name that is too long', 'n'.repeat(300), 'its name is too long'],
    ['a file where a directory should be', 'a.local/b.local', /no directory/],
  ])('%s', (_, name, reason) => {
    writeFileSync(at('a.local'), 'old');
    expect(write([...good(), change(name, undefined, 'new')])).toEqual({
      ...refused(name, reason),
      path: expect.anything(),
    });
    expect(everything()).toEqual({ '/tree/a.local': 'old' });
  });

  test('where there is no directory for the journal', () => {
    expect(writeFiles(at('missing'), [change('a.local', undefined, 'new')])).toEqual(
      refused('missing', 'it does not exist'),
    );
    expect(everything()).toEqual({});
  });

  test.each<[string, (name: string) => void]>([
    ['is changed', name => writeFileSync(name, 'theirs')],
    ['is removed', name => rmSync(name)],
    ['becomes a link', becomeLink],
  ])('a file that %s while the temporary files are written', (_, meddle) => {
    for (const name of ['a.local', 'z.local']) writeFileSync(at(name), 'old');
    writeFileSync(at('other'), 'old');
    let there = {};
    const disk = faultyDisk(({ number, go }) => {
      if (number === 60) {
        meddle(at('z.local'));
        there = { ...everything() };
      }
      return go();
    });
    const result = write([...good(), change('z.local', 'old', 'new')], disk);
    expect(result).toEqual(refused('z.local', /since it was read/));
    const temporary = Object.keys(there).filter(name => name.includes('.f2blint'));
    expect(temporary.length).toBeGreaterThan(3);
    expect(everything()).toEqual(
      Object.fromEntries(Object.entries(there).filter(([name]) => !/f2blint|new\.d/.test(name))),
    );
  });
});

test.each([
  ['ENOSPC', 'fsyncSync', 'no copy can be made beside it: the disk is full'],
  ['EDQUOT', 'writeSync', 'no copy can be made beside it: the disk quota is used up'],
  ['EACCES', 'openSync', 'no copy can be made beside it: permission denied'],
  ['EROFS', 'openSync', 'no copy can be made beside it: the file system is read-only'],
  ['EPERM', 'openSync', 'no copy can be made beside it: not permitted, it may be marked as immutable'],
  ['EIO', 'closeSync', 'no copy can be made beside it: the disk reports an error'],
  ['EXXX', 'fsyncSync', 'no copy can be made beside it: the system says EXXX'],
])('an error %s of %s when the temporary files are made', (code, call, reason) => {
  writeFileSync(at('a.local'), 'old');
  writeFileSync(at('b.local'), 'old');
  let isBeside = false;
  let isDone = false;
  const disk = faultyDisk(({ name, args, go }) => {
    if (name === 'openSync' && String(args[0]).endsWith('-1.tmp')) isBeside = true;
    if (!isBeside || isDone || name !== call) return go();
    isDone = true;
    throw systemError(code, call);
  });
  const result = write([change('a.local', 'old', 'new'), change('b.local', 'old', 'new')], disk);
  expect(isDone).toBe(true);
  expect(result).toEqual(refused('b.local', reason));
  expect(everything()).toEqual({ '/tree/a.local': 'old', '/tree/b.local': 'old' });
});

test.each([1, 2, 3, 4, 5])(
  'where the rename number %d fails, the files before it get back what they had',
  failing => {
    for (const name of ['a.local', 'b.local', 'c.local']) writeFileSync(at(name), 'old');
    symlinkSync('c.local', at('link.local'));
    const there = everything();
    let renames = 0;
    const disk = faultyDisk(({ name, go }) => {
      if (name === 'renameSync' && ++renames === failing) throw systemError('EBUSY', 'rename');
      return go();
    });
    const names = ['a.local', 'new.d/n.local', 'b.local', 'link.local', 'd.local'];
    const result = write(
      [
        change('a.local', 'old', 'new'),
        change('new.d/n.local', undefined, 'new'),
        change('b.local', 'old', undefined),
        change('link.local', 'old', undefined),
        change('d.local', undefined, ''),
      ],
      disk,
    );
    const reason = 'it is in use, or mounted by itself as the files of a container can be';
    expect(result).toEqual(refused(names[failing - 1]!, reason));
    expect(everything()).toEqual(there);
  },
);

test('a file that somebody changes before it could be put back stays as it is, which is told', () => {
  for (const name of ['a.local', 'b.local', 'c.local']) writeFileSync(at(name), 'old');
  let renames = 0;
  const disk = faultyDisk(({ name, go }) => {
    if (name === 'renameSync' && ++renames === 3) {
      writeFileSync(at('a.local'), 'theirs');
      throw systemError('EACCES', 'rename');
    }
    return go();
  });
  const result = write(
    ['a.local', 'b.local', 'c.local'].map(name => change(name, 'old', 'new')),
    disk,
  );
  expect(result).toEqual({
    kind: 'failed',
    path: at('c.local'),
    reason: 'permission denied',
    left: [{ path: at('a.local'), reason: 'somebody else has changed it meanwhile' }],
  });
  expect(everything()).toEqual({ '/tree/a.local': 'theirs', '/tree/b.local': 'old', '/tree/c.local': 'old' });
});

describe('recover', () => {
  const nothing = { kind: 'recovered', restored: [], changed: [] };
  const journal = () => at('.f2blint-journal');
  const id = '0123456789abcdef';
  const dead = { pid: 2 ** 22 + 1, started: '' }; // above the largest number of a process on Linux
  const hash = (text: string) =>
    spawnSync('sha256sum', { input: text, encoding: 'utf8' }).stdout.slice(0, 64);

  function writeJournal(content: object, remaining = 'r', mode = 0o600): void {
    const whole = { id, holder: dead, directories: [], files: [], ...content };
    writeFileSync(journal(), `${remaining}\n${JSON.stringify(whole)}\n`, { mode });
  }

  test('has nothing to do where no run was interrupted', () => {
    writeFileSync(at('.f2blint-x.tmp'), 'not ours');
    expect(recover(tree)).toEqual(nothing);
    expect(everything()).toEqual({ '/tree/.f2blint-x.tmp': 'not ours' });
  });

  test('puts back what was replaced, leaves what has been changed since, and removes what is temporary', () => {
    mkdirSync(at('new.d'));
    const files = ['a', 'b', 'c', 'new.d/n'].map((name, index) => {
      writeFileSync(join(at(name), '..', `.f2blint-${id}-${index}.tmp`), 'left');
      writeFileSync(join(at(name), '..', `.f2blint-${id}-${index}.old`), 'old');
      return { target: at(name), before: name === 'new.d/n' ? null : hash('old'), after: hash('new') };
    });
    writeFileSync(at('a'), 'new');
    writeFileSync(at('b'), 'old');
    writeFileSync(at('c'), 'theirs');
    writeFileSync(at('new.d/n'), 'new');
    writeJournal({ files, directories: [at('new.d')] });
    const disk = faultyDisk(({ go }) => go());
    expect(recover(tree, disk)).toEqual({
      kind: 'recovered',
      restored: [at('a'), at('new.d/n')],
      changed: [at('c')],
    });
    expect(everything()).toEqual({ '/tree/a': 'old', '/tree/b': 'old', '/tree/c': 'theirs' });
    expect(recover(tree)).toEqual(nothing);
  });

  test('waits for no run that goes on, and neither does writing', async () => {
    writeJournal({ holder: { pid: process.ppid, started: '' } });
    const path = journal();
    expect(recover(tree)).toEqual({
      kind: 'failed',
      path,
      reason: `another run of f2blint (process ${process.ppid}) is writing here`,
    });
    expect(write([change('a.local', undefined, 'new')])).toEqual(
      refused(path, 'another run of f2blint is writing here, or was interrupted'),
    );
    expect(Object.keys(everything())).toEqual(['/tree/.f2blint-journal']);
  });

  test('tells a process from a later one of the same number, and from one that has ended', async () => {
    writeJournal({ holder: { pid: process.ppid, started: 'another boot 1' } });
    expect(recover(tree)).toEqual(nothing);
    const child = spawn('true');
    await once(child, 'exit');
    writeJournal({ holder: { pid: child.pid, started: '' } });
    expect(recover(tree)).toEqual(nothing);
    expect(existsSync(journal())).toBe(false);
  });

  test.each(['', 't', 't\n', 't\n{"id":', 't\n{}', 't\nnull', 't\n{"id":"../../../../../x"}'])(
    'a journal that was not written in full was followed by nothing: %j',
    text => {
      writeFileSync(journal(), text, { mode: 0o600 });
      expect(recover(tree)).toEqual(nothing);
      expect(everything()).toEqual({});
    },
  );

  test('a journal that came with the tree has no power over other files', () => {
    const victim = join(outside, 'victim');
    writeFileSync(victim, 'known');
    mkdirSync(join(outside, 'empty'));
    symlinkSync(outside, at('link'));
    writeFileSync(at(`.f2blint-${id}-0.old`), 'evil');
    const files = [
      { target: victim, before: hash('evil'), after: hash('known') },
      { target: victim, before: null, after: hash('known') },
      { target: victim, before: hash('known'), after: null },
    ];
    const directories = [join(outside, 'empty'), at('link/empty')];
    const climbing = [`${tree}/../${outside.slice(place.length + 1)}/empty`];
    for (const [remaining, named] of [
      ['r', directories],
      ['t', directories],
      ['t', climbing],
    ] as const) {
      writeJournal({ files, directories: named }, remaining);
      expect(recover(tree)).toMatchObject({ kind: 'recovered', restored: [] });
      expect(everything()).toMatchObject({ '/outside/victim': 'known', '/outside/empty': 'directory' });
    }
  });

  function makeOpenJournal(): void {
    writeJournal({});
    chmodSync(journal(), 0o666);
  }

  test.each<[string, () => void]>([
    ['that others may write', makeOpenJournal],
    ['that is a directory', () => mkdirSync(journal())],
    ['that is a pipe', () => spawnSync('mkfifo', [journal()])],
    ['that is a link', () => symlinkSync('/etc/passwd', journal())],
    ['that is huge', () => writeFileSync(journal(), 'x'.repeat(17_000_000), { mode: 0o600 })],
  ])('a journal %s is not touched', (_, make) => {
    make();
    expect(recover(tree)).toMatchObject({ kind: 'failed', path: journal() });
    expect(lstatSync(journal())).toBeDefined();
  });

  test('says so where it cannot put a file back, and can be asked again', () => {
    writeFileSync(at('a'), 'new');
    writeFileSync(at(`.f2blint-${id}-0.old`), 'old');
    writeJournal({ files: [{ target: at('a'), before: hash('old'), after: hash('new') }] });
    const disk = faultyDisk(({ name, go }) => {
      if (name === 'renameSync') throw systemError('EROFS', 'rename');
      return go();
    });
    expect(recover(tree, disk)).toEqual({
      kind: 'failed',
      path: at('a'),
      reason: 'it cannot get back what it had before an interrupted run: the file system is read-only',
    });
    expect(recover(tree)).toEqual({ kind: 'recovered', restored: [at('a')], changed: [] });
    expect(everything()).toEqual({ '/tree/a': 'old' });
  });
});
