import { compareCodePoints, joinPath } from '../files/posix-path';
import type { Setup } from '../resolve/setup';
import { readTextFile, type SourceFile, type TextFile } from '../resolve/source';
import { type FamilyKind, readFamilies } from './families';

/** A configuration file of the tree. */
export interface TreeFile {
  readonly file: SourceFile;
  readonly kind: FamilyKind;
  /** Whether fail2ban reads it now. Filters and actions are read for enabled jails only. */
  readonly isRead: boolean;
}

/**
 * The files fail2ban reads, and the filters and actions no enabled jail uses but those `passedOver`. A file that is read in more
 * than one place is listed for the first.
 */
export function listTreeFiles(
  setup: Setup,
  passedOver: (file: TextFile) => boolean = () => false,
): readonly TreeFile[] {
  const found = new Map<string, TreeFile>();
  for (const { family, kind } of readFamilies(setup)) {
    for (const file of [...family.files, ...family.skipped]) {
      if (!found.has(file.name)) found.set(file.name, { file, kind, isRead: true });
    }
  }
  for (const kind of ['filter', 'action'] as const) {
    for (const name of definitionNames(setup, kind)) {
      if (found.has(name)) continue;
      const path = joinPath(setup.snapshot.root, name);
      const text = readTextFile(setup.snapshot, path);
      if (text === undefined || text.entry.kind === 'directory' || passedOver(text)) continue;
      const file = setup.sources(path);
      if (file !== undefined) found.set(file.name, { file, kind, isRead: false });
    }
  }
  return [...found.values()].sort((a, b) => compareCodePoints(a.file.path, b.file.path));
}

/** Names in the configuration directory: `filter.d/sshd.conf`. */
function definitionNames({ snapshot }: Setup, kind: 'filter' | 'action'): readonly string[] {
  return snapshot
    .names(joinPath(snapshot.root, `${kind}.d`))
    .filter(name => /\.(conf|local)$/.test(name) && !name.startsWith('.'))
    .map(name => `${kind}.d/${name}`);
}
