import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { diskSnapshot } from '../files/disk';
import { layeredSnapshot } from '../files/layered';
import { rebasedSnapshot } from '../files/rebased';
import type { Snapshot } from '../files/snapshot';
import { missingPart } from '../resolve/missing-part';
import { closestName } from '../text/closest-name';
import { UserError } from './io';

export interface BaseOptions {
  /** `auto`, `none`, the name of a release or a directory. Undefined: `auto`. */
  readonly base?: string | undefined;
  /** The release the tree is for, where that is said. */
  readonly fail2ban?: string | undefined;
  /** A directory that stands for `/`. */
  readonly root?: string | undefined;
}

/** A tree on what it lies on: nothing, the files of a release, or those of a directory. A base that isn't known is a UserError. */
export async function layBase(tree: Snapshot, options: BaseOptions): Promise<Snapshot> {
  const { base = 'auto' } = options;
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
async function layAuto(tree: Snapshot, options: BaseOptions): Promise<Snapshot> {
  const { root = '/' } = options;
  if (resolve(tree.root) === resolve(root, 'etc/fail2ban')) return tree;
  const missing = missingPart(tree);
  if (missing === undefined) return tree;
  const { bundledBase, chooseBase } = await import('./bundled-bases');
  const { name, why } = chooseBase(tree, releaseAsked(options));
  return layeredSnapshot(tree, bundledBase(name, tree.root)!, { name, why: `${missing} and ${why}` });
}

/** Trees to be compared: of those that aren't complete, each lies on the base that fits the last. */
export async function layAlike(
  trees: readonly Snapshot[],
  options: BaseOptions,
): Promise<readonly Snapshot[]> {
  const { base = 'auto' } = options;
  if (base !== 'auto') return Promise.all(trees.map(tree => layBase(tree, options)));
  const partial = trees.filter(tree => missingPart(tree) !== undefined);
  if (partial.length === 0) return trees;
  const { chooseBase } = await import('./bundled-bases');
  const { name } = chooseBase(partial.at(-1)!, releaseAsked(options));
  return Promise.all(
    trees.map(tree => (partial.includes(tree) ? layBase(tree, { ...options, base: name }) : tree)),
  );
}

function releaseAsked({ fail2ban }: BaseOptions): string | undefined {
  return fail2ban === 'auto' ? undefined : fail2ban;
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function directoryBase(root: string, path: string): Snapshot {
  if (!isDirectory(path)) throw new UserError(`--base ${path} is no directory`);
  return rebasedSnapshot(diskSnapshot(path), root);
}
