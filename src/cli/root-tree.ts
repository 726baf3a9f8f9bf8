import { realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { diskSnapshot } from '../files/disk';
import type { Snapshot } from '../files/snapshot';
import { NothingFound, UserError } from './io';
import { defaultPath } from './trees';

/** A root that is no directory is a UserError. */
export function checkRoot(root: string | undefined): void {
  if (root === undefined) return;
  try {
    if (statSync(realpathSync(root)).isDirectory()) return;
  } catch {
    throw new UserError(`--root ${root} does not exist or cannot be read`);
  }
  throw new UserError(`--root ${root} is not a directory`);
}

/** Where no path is given: the configuration of the root, or of this host. */
export async function pathWithin(root: string | undefined): Promise<string> {
  if (root === undefined) return defaultPath();
  const { rootFiles } = await import('../host/root-files');
  const directory = join(root, 'etc/fail2ban');
  const status = rootFiles(root).status('/etc/fail2ban');
  if (status === 'unknown') throw new UserError(`${directory} cannot be read`);
  if (status === 'absent' || !status.isDirectory()) throw new NothingFound(`there is no ${directory}`);
  return directory;
}

/** The files of a configuration directory; with a root, as the host sees them that it belongs to. */
export async function snapshotWithin(root: string | undefined, directory: string): Promise<Snapshot> {
  if (root === undefined || resolve(root) === '/') return diskSnapshot(directory);
  const { rootSnapshot } = await import('./root-snapshot');
  return rootSnapshot(directory, root);
}
