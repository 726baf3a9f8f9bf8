import { realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { diskSnapshot } from '../files/disk';
import type { PlacedPatterns } from '../files/placed-patterns';
import type { Snapshot } from '../files/snapshot';
import { NothingFound, UserError } from './io';
import type { FoundTrees, Tree } from './tree';
import { defaultPath, findTree, findTrees } from './trees';

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
export function pathWithin(root: string | undefined): string {
  return root === undefined ? defaultPath() : join(root, 'etc/fail2ban');
}

/** The trees below a path. That of a root may be a link, which leads somewhere within the root. */
export async function treesWithin(
  root: string | undefined,
  path: string,
  ignored: readonly PlacedPatterns[] = [],
): Promise<FoundTrees> {
  const directory = await treeOfRoot(root, path);
  return directory === undefined
    ? findTrees(path, ignored)
    : { trees: [{ directory, file: undefined }], fragments: [] };
}

/** The one tree at a path. */
export async function treeWithin(root: string | undefined, path: string): Promise<Tree> {
  const directory = await treeOfRoot(root, path);
  return directory === undefined ? findTree(path) : { directory, file: undefined };
}

async function treeOfRoot(root: string | undefined, path: string): Promise<string | undefined> {
  if (root === undefined || resolve(path) !== resolve(root, 'etc/fail2ban')) return undefined;
  const { rootFiles } = await import('../host/root-files');
  const status = rootFiles(root).status('/etc/fail2ban');
  if (status === 'unknown') throw new UserError(`${path} cannot be read`);
  if (status === 'absent' || !status.isDirectory()) throw new NothingFound(`there is no ${path}`);
  return path;
}

/** The files of a tree; with a root, as the host sees them that it belongs to. */
export async function snapshotWithin(
  root: string | undefined,
  { directory, files, snapshot }: Pick<Tree, 'directory' | 'files' | 'snapshot'>,
): Promise<Snapshot> {
  if (snapshot !== undefined) return snapshot;
  if (files !== undefined) {
    const { mappedSnapshot } = await import('../files/mapped');
    return mappedSnapshot(directory, files);
  }
  if (root === undefined || resolve(root) === '/') return diskSnapshot(directory);
  const { rootSnapshot } = await import('./root-snapshot');
  return rootSnapshot(directory, root);
}
