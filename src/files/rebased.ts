import type { Snapshot } from './snapshot';

/** A snapshot as if its directory had another path, so that two that lie apart are read alike. */
export function rebasedSnapshot(snapshot: Snapshot, root: string): Snapshot {
  const real = (path: string) =>
    path === root || path.startsWith(`${root}/`) ? snapshot.root + path.slice(root.length) : path;
  return { root, entry: path => snapshot.entry(real(path)), names: path => snapshot.names(real(path)) };
}
