import { readdirSync, readFileSync, type Stats, statSync } from 'node:fs';
import { decode } from './decode';
import { compareCodePoints } from './posix-path';
import type { Entry, Snapshot } from './snapshot';

/** Larger files are not read; no text of JavaScript can hold much more. */
const largestFile = 256 * 1024 * 1024;

/** Device number of /dev/null on Linux: people link a file there to switch it off. */
const nullDevice = 0x103;

/**
 * The files below a directory on disk. Each is read when it is first asked for and remembered. Never waits for a pipe or a
 * device: what is no plain file is `unreadable`.
 */
export function diskSnapshot(directory: string): Snapshot {
  const root = directory.length > 1 ? directory.replace(/\/+$/, '') : directory;
  const entries = new Map<string, Entry | undefined>();
  return {
    root,
    entry(path) {
      if (!entries.has(path)) entries.set(path, readEntry(path));
      return entries.get(path);
    },
    names(path) {
      try {
        return readdirSync(path).sort(compareCodePoints);
      } catch {
        return [];
      }
    },
  };
}

function readEntry(path: string): Entry | undefined {
  if (path.includes('\0')) return undefined;
  try {
    const stats = statSync(path);
    if (stats.isDirectory()) return { kind: 'directory' };
    if (stats.isCharacterDevice() && stats.rdev === nullDevice) return { kind: 'text', text: '' };
    if (!stats.isFile()) return { kind: 'unreadable', reason: kindOf(stats) };
    if (stats.size > largestFile) return { kind: 'unreadable', reason: 'larger than 256 MiB' };
    return decode(readFileSync(path));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    return { kind: 'unreadable', reason: reasons.get(String(code)) ?? `cannot be read (${String(code)})` };
  }
}

function kindOf(stats: Stats): string {
  if (stats.isFIFO()) return 'a named pipe';
  if (stats.isSocket()) return 'a socket';
  return 'a device';
}

const reasons = new Map([
  ['EACCES', 'permission denied'],
  ['ELOOP', 'a loop of symbolic links'],
  ['ENAMETOOLONG', 'its name is too long'],
]);
