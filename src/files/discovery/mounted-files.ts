import { join, posix } from 'node:path';
import { maySayMounts, readMounts } from './mounts';
import { readSmallFile } from './small-file';
import { placeByPath, type TreePlace, withoutTemplateSuffix } from './tree-name';

/** The files that something in a directory (a compose file, a task) puts below /etc/fail2ban, by path. */
export function mountedFiles(directory: string, paths: readonly string[]): ReadonlyMap<string, TreePlace> {
  const places = new Map<string, TreePlace>();
  const known = new Set(paths);
  const tellers = paths.filter(maySayMounts);
  for (const teller of tellers) {
    for (const { sources, name } of readMounts(teller, readSmallFile(join(directory, teller)) ?? '')) {
      for (const source of sources) {
        if (known.has(source)) place(source, posix.dirname(source), name);
        const directoryOfTree = posix.basename(source) === name ? posix.dirname(source) : source;
        for (const path of filesBelow(source)) {
          place(path, directoryOfTree, posix.join(name, path.slice(source.length + 1)));
        }
      }
    }
  }
  return places;

  function filesBelow(source: string): readonly string[] {
    return paths.filter(path => path.startsWith(`${source}/`));
  }

  function place(path: string, directoryOfTree: string, name: string): void {
    const plain = withoutTemplateSuffix(name);
    if (isRead(plain)) places.set(path, { directory: directoryOfTree, name: plain });
  }
}

/** Whether fail2ban reads a file of that name. */
function isRead(name: string): boolean {
  return placeByPath(name)?.directory === '.' || /^paths-[\w-]+\.(?:conf|local)$/.test(name);
}
