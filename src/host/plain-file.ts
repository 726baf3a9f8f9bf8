import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

/**
 * The text of a plain file; undefined for what is none or has more than `most` bytes. Opened without waiting, so that a pipe nobody
 * writes to can be told from a file. Throws what Node throws.
 */
export function readPlainFile(path: string, most: number): string | undefined {
  const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isFile() || stats.size > most) return undefined;
    const parts: Buffer[] = [];
    // files of /proc have a size of 0
    for (let length = 0; length <= most; ) {
      const part = Buffer.allocUnsafe(Math.max(stats.size, 64 * 1024));
      const count = readSync(descriptor, part, 0, part.length, null);
      if (count === 0) return Buffer.concat(parts).toString();
      parts.push(part.subarray(0, count));
      length += count;
    }
    return undefined;
  } finally {
    closeSync(descriptor);
  }
}
