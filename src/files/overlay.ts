import { directoryOf, plainPath, sortByCodePoint } from './posix-path';
import { type Entry, type Snapshot, sourceOf } from './snapshot';

/**
 * A snapshot with other texts in place of some files, by path; undefined for a file that is to be gone. The entries of all other
 * files are those of the snapshot below.
 */
export function overlaySnapshot(below: Snapshot, texts: ReadonlyMap<string, string | undefined>): Snapshot {
  const entries = new Map<string, Entry | undefined>();
  const added = new Map<string, Set<string>>();
  for (const [written, text] of texts) {
    const path = plainPath(written);
    const source = sourceOf(below.entry(path), path);
    entries.set(
      path,
      text === undefined ? undefined : { kind: 'text', text, ...(source !== path && { source }) },
    );
    if (text === undefined) continue;
    for (let at = path, parent = directoryOf(at); parent !== '' && parent !== at; ) {
      const names = added.get(parent) ?? new Set<string>();
      added.set(parent, names.add(at.slice(at.lastIndexOf('/') + 1)));
      at = parent;
      parent = directoryOf(at);
    }
  }
  return {
    root: below.root,
    isScattered: below.isScattered ?? false,
    ...(below.base !== undefined && { base: below.base }),
    entry(path) {
      const plain = plainPath(path);
      if (entries.has(plain)) return entries.get(plain);
      return below.entry(path) ?? (added.has(plain) ? { kind: 'directory' } : undefined);
    },
    names(directory) {
      const isThere = (name: string) => {
        const path = plainPath(`${directory}/${name}`);
        return !entries.has(path) || entries.get(path) !== undefined;
      };
      return sortByCodePoint([
        ...new Set([...below.names(directory), ...(added.get(plainPath(directory)) ?? [])]),
      ]).filter(isThere);
    },
  };
}
