import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  type Stats,
} from 'node:fs';
import { decode } from './decode';
import { directoryOf, sortByCodePoint } from './posix-path';
import type { Entry, Snapshot } from './snapshot';

/** Larger files are not read; no text of JavaScript can hold much more. */
const largestFile = 256 * 1024 * 1024;

/** Device number of /dev/null on Linux: people link a file there to switch it off. */
const nullDevice = 0x103;

/**
 * The files below a directory on disk. Each is read when it is first asked for and remembered. Never waits for a pipe or a
 * device: what is no plain file is `unreadable`. With `within`, so is what lies outside that directory, as links may lead there.
 */
export function diskSnapshot(directory: string, within?: string): Snapshot {
  const root = directory.length > 1 ? directory.replace(/\/+$/, '') : directory;
  const entries = new Map<string, Entry | undefined>();
  const listings = new Map<string, Listing>();

  const border = within === undefined ? undefined : realpathSync(within);

  function leadsOut(path: string): boolean {
    if (border === undefined || border === '/') return false;
    try {
      const real = realpathSync(path);
      // a link to /dev/null switches a file off
      return real !== border && real !== '/dev/null' && !real.startsWith(`${border}/`);
    } catch {
      return false;
    }
  }

  function listing(path: string): Listing {
    const known = listings.get(path) ?? (leadsOut(path) ? nothing : list(path));
    listings.set(path, known);
    return known;
  }

  /** Most of what fail2ban asks for isn't there, and a look at the list is cheaper than asking the system. */
  function mayExist(path: string): boolean {
    const parent = listing(directoryOf(path) || '.');
    return !parent.isComplete || parent.names.has(path.slice(path.lastIndexOf('/') + 1));
  }

  return {
    root,
    entry(path) {
      if (!entries.has(path))
        entries.set(path, mayExist(path) ? (leadsOut(path) ? outside : readEntry(path)) : undefined);
      return entries.get(path);
    },
    names: path => (path === root || mayExist(path) ? sortByCodePoint([...listing(path).names]) : []),
  };
}

const outside: Entry = { kind: 'unreadable', reason: 'a link that leads out of the directory it is read in' };

interface Listing {
  readonly names: ReadonlySet<string>;
  /** False where the directory can't be listed, though files in it may still be readable. */
  readonly isComplete: boolean;
}

const nothing: Listing = { names: new Set(), isComplete: true };

function list(path: string): Listing {
  try {
    return { names: new Set(readdirSync(path)), isComplete: true };
  } catch (error) {
    return { names: new Set(), isComplete: codeOf(error) === 'ENOENT' };
  }
}

/** Opened without waiting, so that a pipe nobody writes to can be told from a file. */
function readEntry(path: string): Entry | undefined {
  if (path.includes('\0')) return undefined;
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const stats = fstatSync(descriptor);
    if (stats.isDirectory()) return { kind: 'directory' };
    if (stats.isCharacterDevice() && stats.rdev === nullDevice) return { kind: 'text', text: '' };
    if (!stats.isFile()) return { kind: 'unreadable', reason: kindOf(stats) };
    if (stats.size > largestFile) return { kind: 'unreadable', reason: 'larger than 256 MiB' };
    const bytes = readAll(descriptor, stats.size);
    const entry = decode(bytes);
    return entry.kind === 'text' && stats.size <= largestChecked
      ? { ...entry, checksum: () => checksum(bytes) }
      : entry;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    return { kind: 'unreadable', reason: reasons.get(code) ?? `cannot be read (${code})` };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Files of fail2ban itself are much smaller; the bytes of larger ones are not kept. */
const largestChecked = 100_000;

/** node:zlib is loaded for the first one. */
function checksum(bytes: Uint8Array): number {
  const { crc32 }: typeof import('node:zlib') = require('node:zlib');
  return crc32(bytes);
}

function readAll(descriptor: number, size: number): Uint8Array {
  const bytes = Buffer.allocUnsafe(size);
  let length = 0;
  while (length < size) {
    const count = readSync(descriptor, bytes, length, size - length, null);
    if (count === 0) break;
    length += count;
  }
  return bytes.subarray(0, length);
}

function kindOf(stats: Stats): string {
  if (stats.isFIFO()) return 'a named pipe';
  if (stats.isSocket()) return 'a socket';
  return 'a device';
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}

const reasons = new Map([
  ['EACCES', 'permission denied'],
  ['ELOOP', 'a loop of symbolic links'],
  ['ENAMETOOLONG', 'its name is too long'],
  ['ENXIO', 'a socket'],
]);
