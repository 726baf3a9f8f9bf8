import type { Snapshot } from './snapshot';

/** A snapshot as if its directory had another path, so that two that lie apart are read alike. */
export function rebasedSnapshot(snapshot: Snapshot, root: string): Snapshot {
  const real = (path: string) =>
    path === root || path.startsWith(`${root}/`) ? snapshot.root + path.slice(root.length) : path;
  const { base } = snapshot;
  return {
    root,
    ...(base !== undefined && { base: { ...base, holds: (path: string) => base.holds(real(path)) } }),
    entry: path => snapshot.entry(real(path)),
    names: path => snapshot.names(real(path)),
  };
}
