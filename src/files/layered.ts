import { sortByCodePoint } from './posix-path';
import type { Base, Snapshot } from './snapshot';

/** A tree over another one of the same root: what `top` has at a path counts, else what `base` has; directories hold the names of both. */
export function layeredSnapshot(top: Snapshot, base: Snapshot, named: Omit<Base, 'holds'>): Snapshot {
  return {
    root: top.root,
    isScattered: top.isScattered ?? false,
    base: {
      ...named,
      holds: path => top.entry(path) === undefined && base.entry(path) !== undefined,
    },
    get templates() {
      return top.templates ?? [];
    },
    entry: path => top.entry(path) ?? base.entry(path),
    names(directory) {
      const own = top.names(directory);
      const entry = top.entry(directory);
      if (entry !== undefined && entry.kind !== 'directory') return own;
      const below = base.names(directory);
      if (below.length === 0) return own;
      return own.length === 0 ? below : sortByCodePoint([...new Set([...own, ...below])]);
    },
  };
}
