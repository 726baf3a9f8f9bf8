import { resolve } from 'node:path';
import { diskSnapshot } from '../files/disk';
import { layeredSnapshot } from '../files/layered';
import { rebasedSnapshot } from '../files/rebased';
import type { Snapshot } from '../files/snapshot';
import { missingPart } from '../resolve/missing-part';
import { closestName } from '../text/closest-name';
import { UserError } from './io';

export interface BaseOptions {
  /** `auto`, `none`, the name of a release or a directory. */
  readonly base: string;
  /** The release the tree is for, where that is said. */
  readonly fail2ban?: string | undefined;
  /** A directory that stands for `/`. */
  readonly root?: string | undefined;
}

/** A tree on what it lies on: nothing, the files of a release, or those of a directory. A base that isn't known is a UserError. */
export async function layBase(tree: Snapshot, options: BaseOptions): Promise<Snapshot> {
  const { base } = options;
  if (base === 'none' || tree.base !== undefined) return tree;
  if (base === 'auto') return layAuto(tree, options);
  if (base.includes('/') || base === '.')
    return layeredSnapshot(tree, directoryBase(tree.root, base), { name: base });
  const { baseNames, bundledBase } = await import('./bundled-bases');
  const bundled = bundledBase(base, tree.root);
  if (bundled !== undefined) return layeredSnapshot(tree, bundled, { name: base });
  if (isDirectory(base)) return layeredSnapshot(tree, directoryBase(tree.root, base), { name: base });
  const meant = closestName(base, baseNames);
  throw new UserError(
    `there is no base ${base}`,
    `${meant === undefined ? '' : `did you mean ${meant}? `}it is one of auto, none, ${[...baseNames].reverse().join(', ')}, or a directory`,
  );
}

/** What is complete lies on nothing, and neither does the configuration of a host. */
async function layAuto(tree: Snapshot, { root = '/', fail2ban }: BaseOptions): Promise<Snapshot> {
  if (resolve(tree.root) === resolve(root, 'etc/fail2ban')) return tree;
  const missing = missingPart(tree);
  if (missing === undefined) return tree;
  const { bundledBase, chooseBase } = await import('./bundled-bases');
  const { name, why } = chooseBase(tree, fail2ban === 'auto' ? undefined : fail2ban);
  return layeredSnapshot(tree, bundledBase(name, tree.root)!, { name, why: `${missing} and ${why}` });
}

function isDirectory(path: string): boolean {
  return diskSnapshot('.').entry(path)?.kind === 'directory';
}

function directoryBase(root: string, path: string): Snapshot {
  if (!isDirectory(path)) throw new UserError(`--base ${path} is no directory`);
  return rebasedSnapshot(diskSnapshot(path), root);
}
