import { type Disk, realDisk } from './writing/disk';
import { journalPath, readJournal } from './writing/journal';
import { attempt, Refusal } from './writing/refusal';
import { restore, tidy } from './writing/undo';

export type RecoverResult =
  | {
      readonly kind: 'recovered';
      /** Absolute paths of the files that have their old content again. */
      readonly restored: readonly string[];
      /** Those of files that were to be put back too, but that somebody has changed since; they are left as they are. */
      readonly changed: readonly string[];
    }
  | { readonly kind: 'failed'; readonly path: string; readonly reason: string };

/**
 * Undoes what an interrupted run of `writeFiles` has left half done in a directory, and removes its temporary files. To be called
 * before the files are read by whatever is going to write. Both lists are empty where there is nothing to undo.
 */
export function recover(directory: string, disk: Disk = realDisk): RecoverResult {
  try {
    return recoverRoot(
      attempt(directory, () => disk.realpathSync(directory)),
      disk,
    );
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { kind: 'failed', path: error.path, reason: error.reason };
  }
}

function recoverRoot(root: string, disk: Disk): RecoverResult {
  const path = journalPath(root);
  const found = attempt(path, () => readJournal(root, disk));
  if (found === undefined) return { kind: 'recovered', restored: [], changed: [] };
  const { journal, remaining } = found;
  if (journal === undefined) {
    attempt(path, () => disk.unlinkSync(path));
    return { kind: 'recovered', restored: [], changed: [] };
  }
  const outcomes = remaining === 'restore' ? restore(journal, disk) : [];
  journal.files.forEach(({ target }, index) => {
    const outcome = outcomes[index];
    if (outcome?.kind === 'failed')
      throw new Refusal(
        target,
        `it cannot get back what it had before an interrupted run: ${outcome.reason}`,
      );
  });
  attempt(path, () => tidy(root, journal, disk), 'what an interrupted run has left cannot be removed: ');
  const targets = (kind: 'restored' | 'changed') =>
    journal.files.flatMap(({ target }, index) => (outcomes[index]?.kind === kind ? [target] : []));
  return { kind: 'recovered', restored: targets('restored'), changed: targets('changed') };
}
