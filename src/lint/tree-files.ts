import { compareCodePoints, joinPath } from '../files/posix-path';
import type { Family } from '../resolve/family';
import type { Setup } from '../resolve/setup';
import type { SourceFile } from '../resolve/source';

/** A configuration file of the tree. */
export interface TreeFile {
  readonly file: SourceFile;
  readonly kind: 'jail' | 'fail2ban' | 'filter' | 'action';
  /** Whether fail2ban reads it now. Filters and actions are read for enabled jails only. */
  readonly isRead: boolean;
}

/**
 * The files fail2ban reads, and the filters and actions no enabled jail uses. A file that is read in more than one place is
 * listed for the first.
 */
export function listTreeFiles(setup: Setup): readonly TreeFile[] {
  const found = new Map<string, TreeFile>();
  const add = (family: Family, kind: TreeFile['kind']) => {
    for (const file of [...family.files, ...family.skipped]) {
      if (!found.has(file.path)) found.set(file.path, { file, kind, isRead: true });
    }
  };
  add(setup.daemon.family, 'fail2ban');
  add(setup.jailFamily, 'jail');
  for (const { filter, actions, skipped } of setup.jails) {
    // what can't be read counts as not found
    if (skipped?.kind === 'not-found') {
      add(setup.loadFamily(`${skipped.what}.d/${skipped.text.value}`), skipped.what);
    }
    if (filter !== undefined) add(filter.family, 'filter');
    for (const action of actions) if (action.kind === 'command') add(action.family, 'action');
  }
  for (const kind of ['filter', 'action'] as const) {
    for (const path of definitionPaths(setup, kind)) {
      const file = found.has(path) ? undefined : setup.sources(path);
      if (file !== undefined && file.entry.kind !== 'directory')
        found.set(path, { file, kind, isRead: false });
    }
  }
  return [...found.values()].sort((a, b) => compareCodePoints(a.file.path, b.file.path));
}

function definitionPaths({ snapshot }: Setup, kind: 'filter' | 'action'): readonly string[] {
  const directory = joinPath(snapshot.root, `${kind}.d`);
  return snapshot
    .names(directory)
    .filter(name => /\.(conf|local)$/.test(name) && !name.startsWith('.'))
    .map(name => joinPath(directory, name));
}
