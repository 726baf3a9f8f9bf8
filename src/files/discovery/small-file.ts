import { readFileSync, statSync } from 'node:fs';

/** The text of a file of at most a megabyte; undefined for what is larger, no plain file or can't be read. Broken bytes don't matter. */
export function readSmallFile(path: string): string | undefined {
  try {
    const stats = statSync(path);
    return stats.isFile() && stats.size <= 1_000_000 ? readFileSync(path, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}
