import { dirname } from 'node:path';
import type { Disk } from './disk';
import { freshPath, type Journal, type JournalFile, journalPath, keptPath } from './journal';
import { look, lookAt } from './look';
import { codeOf, ignoreFailure, reasonOf } from './refusal';
import { syncDirectory } from './whole-file';

/** What became of a file that was to be put back. */
export type Outcome =
  | { readonly kind: 'untouched' | 'restored' }
  /** Somebody else has changed it meanwhile; it is left as it is. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'failed'; readonly reason: string };

/**
 * Gives the files of a journal their old content back, in the order of its files. Can be done again where it was interrupted.
 * Takes no room on the disk.
 */
export function restore(journal: Journal, disk: Disk): readonly Outcome[] {
  const outcomes = journal.files.map((file, index): Outcome => {
    try {
      return restoreFile(file, keptPath(journal.id, index, file.target), disk);
    } catch (error) {
      if (codeOf(error) === undefined) throw error;
      return { kind: 'failed', reason: reasonOf(error) };
    }
  });
  const changed = journal.files.filter((_, index) => outcomes[index]?.kind === 'restored');
  for (const directory of directoriesOf(changed)) ignoreFailure(() => syncDirectory(directory, disk));
  return outcomes;
}

function restoreFile({ target, before, after }: JournalFile, kept: string, disk: Disk): Outcome {
  const isKept = lookAt(kept, disk) !== undefined;
  if (after === null) {
    if (!isKept) return { kind: 'untouched' };
    if (lookAt(target, disk) !== undefined) return { kind: 'changed' };
    disk.renameSync(kept, target);
    return { kind: 'restored' };
  }
  const found = look(target, disk);
  const hash = found.kind === 'file' ? found.hash : found.kind === 'missing' ? null : undefined;
  if (hash === before) return { kind: 'untouched' };
  if (hash !== after || !isKept) return { kind: 'changed' };
  if (before === null) disk.unlinkSync(target);
  else disk.renameSync(kept, target);
  return { kind: 'restored' };
}

/** Removes the temporary files, what directories have been made for nothing, and the journal. Throws errors of the file system. */
export function tidy(root: string, journal: Journal, disk: Disk): void {
  journal.files.forEach(({ target }, index) => {
    removeIfThere(freshPath(journal.id, index, target), disk);
    removeIfThere(keptPath(journal.id, index, target), disk);
  });
  for (const directory of [...journal.directories].reverse())
    if (directory.startsWith(root === '/' ? root : `${root}/`)) removeIfEmpty(directory, disk);
  // what is gone must stay gone longer than the journal that tells of it
  for (const directory of directoriesOf(journal.files)) ignoreFailure(() => syncDirectory(directory, disk));
  removeIfThere(journalPath(root), disk);
  syncDirectory(root, disk);
}

export function directoriesOf(files: readonly JournalFile[]): readonly string[] {
  return [...new Set(files.map(({ target }) => dirname(target)))];
}

/** Looks first: where nothing may be removed, the system says so even of what isn't there. */
function removeIfThere(path: string, disk: Disk): void {
  if (lookAt(path, disk) !== undefined) disk.unlinkSync(path);
}

function removeIfEmpty(path: string, disk: Disk): void {
  ignoreFailure(() => {
    // no link on the way leads elsewhere
    if (disk.realpathSync(path) === path) disk.rmdirSync(path);
  });
}
