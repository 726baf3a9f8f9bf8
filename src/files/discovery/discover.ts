import { join, posix, resolve } from 'node:path';
import type { PlacedPatterns } from '../placed-patterns';
import { gitIgnored } from './git-ignored';
import { type FileGroup, groupFiles } from './group';
import { mountedFiles } from './mounted-files';
import { readSmallFile } from './small-file';
import {
  isOfFail2ban,
  placeByContent,
  placeByPath,
  type TreePlace,
  withoutTemplateSuffix,
} from './tree-name';

/** What a search found; paths are those of the directory that was searched with what is below it. */
export interface Discovery {
  readonly setups: readonly FileGroup[];
  /** Directories of fragments named like a file, which e-smith puts together: they can't be linted. */
  readonly fragments: readonly string[];
}

/**
 * Finds all configurations of fail2ban, whole ones and parts, below a directory. What git ignores is passed over, and what the patterns of
 * `ignored` match.
 */
export async function discover(
  directory: string,
  ignored: readonly PlacedPatterns[] = [],
): Promise<Discovery> {
  const { default: glob } = await import('fast-glob');
  const found = await glob('**/*', {
    cwd: directory,
    ignore: ['**/node_modules/**', '**/.git/**'],
    suppressErrors: true,
    followSymbolicLinks: false,
    dot: true,
    onlyFiles: false,
    markDirectories: true,
  });
  const isIgnored = gitIgnored(resolve(directory), found, ignored);
  const paths = found.filter(path => !isIgnored(path)).sort();
  const fragments = paths.filter(path => path.endsWith('/') && isFragments(path));
  const files = paths.filter(path => !path.endsWith('/') && !fragments.some(each => path.startsWith(each)));
  const mounted = mountedFiles(directory, files);
  const named = new Map(
    files.flatMap(path => {
      const place = mounted.get(path) ?? placeByPath(path);
      return place === undefined ? [] : [[path, place] as const];
    }),
  );
  const trees = new Set([...named.values()].map(place => place.directory));
  const placed = files.flatMap(path => {
    const place = named.get(path) ?? (liesApart(path, trees) ? placeUnnamed(directory, path) : undefined);
    return place === undefined ? [] : [{ path, ...place }];
  });
  return {
    setups: groupFiles(placed).map(group => within(directory, group)),
    fragments: fragments.map(path => join(directory, path.slice(0, -1))),
  };
}

/** A directory with the name of a file of the configuration. */
function isFragments(path: string): boolean {
  return /(?:^|\/)(?:(?:jail|fail2ban)\.(?:conf|local)|(?:jail|filter|action|fail2ban)\.d\/[^/]+\.(?:conf|local))\/$/.test(
    path,
  );
}

/** Whether nothing says that a file lies where fail2ban would look for it, and pass it over for its name. */
function liesApart(path: string, trees: ReadonlySet<string>): boolean {
  const parent = posix.dirname(path);
  if (/(?:^|\/)etc\/fail2ban$/.test(parent)) return false;
  return !trees.has(parent) || /(?:^|\/)(?:templates?|files?)\//.test(path);
}

function placeUnnamed(directory: string, path: string): TreePlace | undefined {
  const name = posix.basename(path);
  const plain = withoutTemplateSuffix(name);
  const mayBe = isOfFail2ban(path) && (plain !== name || /\.(?:conf|local|jail|filter|action)$/.test(plain));
  const text = mayBe ? readSmallFile(join(directory, path)) : undefined;
  return text === undefined ? undefined : placeByContent(path, text);
}

function within(directory: string, { directory: own, files }: FileGroup): FileGroup {
  return {
    directory: join(directory, own),
    files: new Map([...files].map(([name, path]) => [name, join(directory, path)])),
  };
}
