import { readdirSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isMainFile, partNames, withoutTemplateSuffix } from '../files/discovery/tree-name';
import type { PlacedPatterns } from '../files/placed-patterns';
import { NothingFound, UserError } from './io';
import type { FoundTrees, Tree } from './tree';

/**
 * Finds the trees below a path: the directory itself, those it contains, or the tree of one file. `ignored` are patterns
 * for what a search passes over.
 */
export async function findTrees(path: string, ignored: readonly PlacedPatterns[] = []): Promise<FoundTrees> {
  const isDirectory = statusOf(path).isDirectory();
  if (!isDirectory) {
    const tree = treeOfFile(path);
    if (isTree(tree.directory) && !isTemplate(path)) return { trees: [tree], fragments: [] };
    const { findSetupOf } = await import('./find-setups');
    return { trees: [await findSetupOf(path, tree)], fragments: [] };
  }
  if (isTree(path) && !holdsTemplates(path))
    return { trees: [{ directory: path, file: undefined }], fragments: [] };
  const { findSetups } = await import('./find-setups');
  const found = await findSetups(path, ignored);
  if (found.trees.length > 0) return found;
  throw new NothingFound(`${path} contains no fail2ban configuration${aside(found.fragments)}`);
}

function aside([first, ...more]: readonly string[]): string {
  if (first === undefined) return '';
  return ` but fragments, which are not linted: ${first}${more.length === 0 ? '' : ` and ${more.length} more`}`;
}

/** The one tree at a path. A directory without any configuration counts as an empty one. */
export async function findTree(path: string): Promise<Tree> {
  const isDirectory = statusOf(path).isDirectory();
  if (isDirectory && isTree(path) && !holdsTemplates(path)) return { directory: path, file: undefined };
  if (!isDirectory) return (await findTrees(path)).trees[0]!;
  const { findSetups } = await import('./find-setups');
  const { trees } = await findSetups(path, []);
  if (trees.length > 1) {
    throw new UserError(
      `${path} contains ${trees.length} fail2ban configurations`,
      `name one: ${trees.map(each => each.directory).join(', ')}`,
    );
  }
  return trees[0] ?? { directory: path, file: undefined };
}

/** The directory of the one tree at a path, for what needs the files to lie there by their names. */
export async function findDirectory(path: string): Promise<string> {
  const { directory, files } = await findTree(path);
  if (files === undefined) return directory;
  throw new UserError(
    `the files of ${directory} do not lie as in /etc/fail2ban`,
    'f2blint lint, show and preflight read them',
  );
}

/** Where no path is given: the live configuration, else the working directory. */
export function defaultPath(): string {
  return isTree('/etc/fail2ban') ? '/etc/fail2ban' : '.';
}

function statusOf(path: string): Stats {
  try {
    return statSync(path);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new UserError(`${path} does not exist`);
    throw new UserError(`${path} cannot be read${code === 'EACCES' ? ': permission denied' : ` (${code})`}`);
  }
}

/** Whether a directory holds a configuration of fail2ban. */
export function isTree(directory: string): boolean {
  try {
    return readdirSync(directory).some(name => isMainFile(name) || partNames.has(name));
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return false;
    throw new UserError(`${directory} cannot be read: ${code === 'EACCES' ? 'permission denied' : code}`);
  }
}

function treeOfFile(path: string): Tree {
  const parent = dirname(path);
  const directory = partNames.has(basename(parent)) ? dirname(parent) : parent;
  return { directory, file: directory === parent ? basename(path) : join(basename(parent), basename(path)) };
}

/** Whether files of a part of a configuration are templates. Beside a jail.conf a template is only what was left behind. */
function holdsTemplates(directory: string): boolean {
  const names = namesIn(directory);
  if (names.includes('jail.conf')) return false;
  return [
    names,
    ...[...partNames].map(part => (names.includes(part) ? namesIn(join(directory, part)) : [])),
  ].some(each => each.some(isTemplate));
}

function isTemplate(path: string): boolean {
  return withoutTemplateSuffix(path) !== path;
}

function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}
