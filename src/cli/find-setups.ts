import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { discover } from '../files/discovery/discover';
import type { FileGroup } from '../files/discovery/group';
import type { PlacedPatterns } from '../files/placed-patterns';
import { NothingFound } from './io';
import type { FoundTrees, Tree } from './tree';

/** All configurations below a directory, whole ones and parts. */
export async function findSetups(directory: string, ignored: readonly PlacedPatterns[]): Promise<FoundTrees> {
  const { setups, fragments } = await discover(directory, ignored);
  return { trees: setups.map(treeOf), fragments };
}

/**
 * The configuration that a file is of: of those its role, or else its directory, holds. `tree` is what its path alone says. A file that
 * belongs to none is NothingFound.
 */
export async function findSetupOf(path: string, tree: Tree): Promise<Tree> {
  const { setups } = await discover(holderOf(path) ?? tree.directory);
  for (const setup of setups) {
    const found = [...setup.files].find(([, source]) => resolve(source) === resolve(path));
    if (found !== undefined) return { ...treeOf(setup), file: found[0] };
  }
  throw new NothingFound(
    `${path} is not known as a file of a fail2ban configuration`,
    `say what it is to be read as: --as jail.local`,
  );
}

/** What is above the last `templates` or `files` of a path, as far as that was named with it. */
function holderOf(path: string): string | undefined {
  for (let at = dirname(resolve(path)); dirname(at) !== at; at = dirname(at)) {
    if (/\/(?:templates?|files?)$/.test(at))
      return isAbsolute(path) ? dirname(at) : relative('.', dirname(at)) || '.';
  }
  return undefined;
}

/** Files that lie by their names need no list. */
function treeOf({ directory, files }: FileGroup): Tree {
  const liesThere = [...files].every(([name, path]) => path === join(directory, name));
  return liesThere ? { directory, file: undefined } : { directory, file: undefined, files };
}
