import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { diskSnapshot } from '../../src/files/disk';
import { temporaryDirectory } from '../temporary-directory';

const root = temporaryDirectory();
const at = (name: string) => join(root, name);

beforeAll(() => {
  mkdirSync(at('jail.d'));
  mkdirSync(at('jail.conf'));
  writeFileSync(at('jail.local'), '[a]\r\nk = ü\n');
  writeFileSync(at('latin1.conf'), Buffer.from('[a]\nk = \xfc\n', 'latin1'));
  writeFileSync(at('empty.conf'), '');
  symlinkSync('jail.local', at('link.conf'));
  symlinkSync('nowhere', at('dangling.conf'));
  symlinkSync('loop.conf', at('loop.conf'));
  symlinkSync('/dev/null', at('off.conf'));
  symlinkSync('/dev/zero', at('device.conf'));
  symlinkSync('jail.d', at('linked.d'));
  spawnSync('mkfifo', [at('pipe.conf')]);
  for (const name of ['b.conf', 'B.conf', '10.conf', '\uff5e.conf', '\u{1f600}.conf', '.hidden.conf']) {
    writeFileSync(at(`jail.d/${name}`), '');
  }
});

test.each([
  ['jail.local', { kind: 'text', text: '[a]\r\nk = ü\n' }],
  ['link.conf', { kind: 'text', text: '[a]\r\nk = ü\n' }],
  ['empty.conf', { kind: 'text', text: '' }],
  ['off.conf', { kind: 'text', text: '' }],
  ['latin1.conf', { kind: 'undecodable', head: '', byte: 0xfc, line: 2, column: 5, bytes: '[a]\nk = ü\n' }],
  ['jail.conf', { kind: 'directory' }],
  ['linked.d', { kind: 'directory' }],
  ['pipe.conf', { kind: 'unreadable', reason: 'a named pipe' }],
  ['device.conf', { kind: 'unreadable', reason: 'a device' }],
  ['loop.conf', { kind: 'unreadable', reason: 'a loop of symbolic links' }],
  ['n'.repeat(300), undefined],
  ['dangling.conf', undefined],
  ['missing.conf', undefined],
  ['jail.local/x', undefined],
  ['missing/x', undefined],
  ['nul\0.conf', undefined],
  ['../missing.conf', undefined],
])('%s', (name, expected) => {
  const entry = diskSnapshot(root).entry(at(name));
  expect(entry?.kind === 'text' ? { kind: entry.kind, text: entry.text } : entry).toEqual(expected);
});

test('a path with .. in it leads where the system says', () => {
  expect(diskSnapshot(root).entry(`${root}/jail.d/../jail.local`)).toMatchObject({ kind: 'text' });
});

test('slashes at the end of the directory do not count', () => {
  expect(diskSnapshot(`${root}//`).root).toBe(root);
  expect(diskSnapshot('/').root).toBe('/');
});

test('names come in code point order, hidden ones too', () => {
  const names = ['.hidden.conf', '10.conf', 'B.conf', 'b.conf', '\uff5e.conf', '\u{1f600}.conf'];
  expect(diskSnapshot(root).names(at('jail.d'))).toEqual(names);
  expect(diskSnapshot(root).names(at('linked.d'))).toEqual(names);
});

test.each(['jail.local', 'missing', 'jail.d/missing'])('there are no names in %s', name => {
  expect(diskSnapshot(root).names(at(name))).toEqual([]);
});

test('the answer stays the same', () => {
  writeFileSync(at('changing.conf'), 'one');
  const snapshot = diskSnapshot(root);
  const first = snapshot.entry(at('changing.conf'));
  writeFileSync(at('changing.conf'), 'two');
  expect(snapshot.entry(at('changing.conf'))).toBe(first);
});

test('a socket is not read', async () => {
  const server = createServer().listen(at('socket.conf'));
  await new Promise(resolve => server.once('listening', resolve));
  expect(diskSnapshot(root).entry(at('socket.conf'))).toEqual({ kind: 'unreadable', reason: 'a socket' });
  server.close();
});

test('a file beyond all measure is not read', () => {
  closeSync(openSync(at('huge.conf'), 'w'));
  truncateSync(at('huge.conf'), 256 * 1024 * 1024 + 1);
  const expected = { kind: 'unreadable', reason: 'larger than 256 MiB' };
  expect(diskSnapshot(root).entry(at('huge.conf'))).toEqual(expected);
});

/** The superuser may read everything, so the question is put in another process as someone else. */
test('a file that may not be read is told from one that is not there', () => {
  writeFileSync(at('secret.conf'), '[a]\n');
  chmodSync(at('secret.conf'), 0);
  const isRoot = process.getuid?.() === 0;
  if (isRoot) process.seteuid?.(65534);
  try {
    const expected = { kind: 'unreadable', reason: 'permission denied' };
    expect(diskSnapshot(root).entry(at('secret.conf'))).toEqual(expected);
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
});

test('the checksum of a file is that of its bytes', () => {
  const entry = diskSnapshot(root).entry(at('jail.local'));
  expect(entry?.kind === 'text' && entry.checksum?.()).toBe(crc32(readFileSync(at('jail.local'))));
});
