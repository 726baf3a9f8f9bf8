import { realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import { diskSnapshot } from '../files/disk';
import type { Entry, Snapshot } from '../files/snapshot';
import { locateWithin } from '../host/locate-within';

/**
 * The files of a directory as the host sees them that a root belongs to: absolute paths and links start at the root, and nothing
 * outside of it is read, but the directory itself may lie elsewhere.
 */
export function rootSnapshot(directory: string, root: string): Snapshot {
  const border = realpathSync(root);
  const disk = diskSnapshot(border);
  const own = diskSnapshot(directory);
  const locate = locateWithin(border);
  const top = resolve(root);
  const place = below(resolve(directory));

  function below(path: string): string | undefined {
    const name = relative(top, path);
    return name === '..' || name.startsWith('../') ? undefined : `/${name}`;
  }

  /** The path on the host; undefined for a file of a directory that isn't in the root. */
  function onHost(path: string): string | undefined {
    if (path === own.root || path.startsWith(`${own.root}/`))
      return place && place + path.slice(own.root.length);
    return below(resolve(path)) ?? (isAbsolute(path) ? path : undefined);
  }

  return {
    root: own.root,
    entry(path) {
      const host = onHost(path);
      if (host === undefined) return own.entry(path);
      try {
        return disk.entry(locate(host));
      } catch (error) {
        return entryOf(error);
      }
    },
    names(path) {
      const host = onHost(path);
      if (host === undefined) return own.names(path);
      try {
        return disk.names(locate(host));
      } catch {
        return [];
      }
    },
  };
}

function entryOf(error: unknown): Entry | undefined {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (code === 'ELOOP') return { kind: 'unreadable', reason: 'a loop of symbolic links' };
  if (code === 'EACCES') return { kind: 'unreadable', reason: 'permission denied' };
  return undefined;
}
