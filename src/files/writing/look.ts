import { constants, type Stats } from 'node:fs';
import type { Disk } from './disk';
import { codeOf } from './refusal';

/** What is found at a path. */
export type Found =
  | { readonly kind: 'missing' }
  | { readonly kind: 'file'; readonly hash: string; readonly status: Stats }
  /** `what`, as "a directory". */
  | { readonly kind: 'other'; readonly what: string };

/**
 * Looks at a path itself, following no link at its end. With `forWriting` the file is also opened for that, so that one
 * which may not be written is not replaced either. Never waits, and opens nothing but plain files: a device may act on it.
 * Throws errors of the file system.
 */
export function look(path: string, disk: Disk, { forWriting = false } = {}): Found {
  const seen = lookAt(path, disk);
  if (seen === undefined) return { kind: 'missing' };
  if (!seen.isFile()) return { kind: 'other', what: kindOf(seen) };
  const { O_RDONLY, O_RDWR, O_NONBLOCK, O_NOFOLLOW } = constants;
  const descriptor = disk.openSync(path, (forWriting ? O_RDWR : O_RDONLY) | O_NONBLOCK | O_NOFOLLOW);
  try {
    const status = disk.fstatSync(descriptor);
    if (!status.isFile()) return { kind: 'other', what: kindOf(status) };
    return { kind: 'file', hash: hashOfFile(descriptor, disk), status };
  } finally {
    disk.closeSync(descriptor);
  }
}

/** The status of a path itself; undefined where nothing is. */
export function lookAt(path: string, disk: Disk): Stats | undefined {
  try {
    return disk.lstatSync(path);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** SHA-256 in hexadecimal digits. */
export function hashOf(content: Uint8Array): string {
  return newHash().update(content).digest('hex');
}

function hashOfFile(descriptor: number, disk: Disk): string {
  const hash = newHash();
  const chunk = Buffer.allocUnsafe(65_536);
  for (;;) {
    const count = disk.readSync(descriptor, chunk, 0, chunk.length, null);
    if (count === 0) return hash.digest('hex');
    hash.update(chunk.subarray(0, count));
  }
}

/** node:crypto is loaded by what writes only. */
function newHash() {
  const { createHash }: typeof import('node:crypto') = require('node:crypto');
  return createHash('sha256');
}

function kindOf(status: Stats): string {
  if (status.isDirectory()) return 'a directory';
  if (status.isSymbolicLink()) return 'a symbolic link';
  if (status.isFIFO()) return 'a named pipe';
  return status.isSocket() ? 'a socket' : 'a device';
}
