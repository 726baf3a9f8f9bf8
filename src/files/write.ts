import type { FileChange } from './file-change';
import { type Disk, realDisk } from './writing/disk';
import {
  createJournal,
  freshPath,
  type Journal,
  keptPath,
  requireRestore,
  requireTidying,
} from './writing/journal';
import { makeDirectories, prepare, syncAll } from './writing/prepare';
import { attempt, ignoreFailure, Refusal } from './writing/refusal';
import { findTarget, type Target } from './writing/target';
import { restore, tidy } from './writing/undo';

export type WriteResult =
  | {
      readonly kind: 'written';
      /** Files that had further names (hard links): those still have the old content. */
      readonly detached: readonly string[];
    }
  | {
      readonly kind: 'failed';
      /** The file that stood in the way, and why, in words that follow "cannot be written:". */
      readonly path: string;
      readonly reason: string;
      /** Files that have not got their old content back, with the reason; all others are as they were. Nearly always empty. */
      readonly left: readonly { readonly path: string; readonly reason: string }[];
    };

/**
 * Writes all of the changes or none. `directory` is that of the configuration; the files may stand elsewhere.
 *
 * Before anything is touched, each file is compared with what it was when it was read, and its new content is written to a
 * temporary file beside it, with the same mode and owner, and a copy of its old content too: a disk that is full, a directory that is
 * read-only, an owner that can't be kept are found then. Then one file after the other is replaced, each at once, by a
 * rename. Where that fails the old content comes back, likewise by renames. A journal in `directory` says what is going on: where
 * the process is killed, each file is old or new, and `recover` makes all of them old. (Back, not forward: it is what a
 * failure does too, and who saw the command die has not been told that it worked.)
 *
 * A link is followed and stays; where a link is removed, what it leads to stays. Of a file with several names (hard links) the
 * one that is written becomes a file of its own, as with `sed -i` or git: each name was read as a file of its own, and that is what was
 * proven; writing into the shared one could leave half of it. Access control lists and other extended attributes do not go
 * along; Node.js can't read them. A file that somebody else changes between the last look at it and its rename is
 * overwritten; that is less than a millisecond a file.
 */
export function writeFiles(
  directory: string,
  changes: readonly FileChange[],
  disk: Disk = realDisk,
): WriteResult {
  try {
    const targets = findTargets(changes, disk);
    if (targets.length === 0) return { kind: 'written', detached: [] };
    const root = attempt(directory, () => disk.realpathSync(directory));
    return writeTargets(root, targets, disk);
  } catch (error) {
    return failed(error, []);
  }
}

function findTargets(changes: readonly FileChange[], disk: Disk): readonly Target[] {
  const found = new Map<string, Target>();
  for (const change of changes) {
    const target = findTarget(change, disk);
    const other = found.get(target.real);
    if (other !== undefined)
      throw new Refusal(change.path, `the same file as ${other.change.path}, which is to change too`);
    found.set(target.real, target);
  }
  return [...found.values()].filter(({ before, after }) => before !== after);
}

function writeTargets(root: string, targets: readonly Target[], disk: Disk): WriteResult {
  const directories = new Map(
    targets.flatMap(({ missing, directoryMode }) => missing.map(each => [each, directoryMode] as const)),
  );
  const files = targets.map(({ real, before, after }) => ({ target: real, before, after }));
  const { journal, descriptor } = createJournal(root, { directories: [...directories.keys()], files }, disk);
  let isBegun = false;
  try {
    makeDirectories(directories, disk);
    prepare(journal, targets, disk);
    for (const { change, real } of targets) {
      if (findTarget(change, disk).real !== real)
        throw new Refusal(change.path, 'it has been changed since it was read');
    }
    isBegun = true;
    attempt(root, () => requireRestore(descriptor, disk), journalFails);
    replace(journal, targets, disk);
    attempt(root, () => requireTidying(descriptor, disk), journalFails);
  } catch (error) {
    const left = isBegun ? undo(journal, targets, disk) : [];
    ignoreFailure(() => disk.closeSync(descriptor));
    if (left.every(({ isForRecover }) => !isForRecover)) ignoreFailure(() => tidy(root, journal, disk));
    return failed(error, left);
  }
  ignoreFailure(() => disk.closeSync(descriptor));
  ignoreFailure(() => tidy(root, journal, disk));
  return {
    kind: 'written',
    detached: targets.filter(({ hasOtherNames }) => hasOtherNames).map(({ change }) => change.path),
  };
}

const journalFails = 'its journal cannot be written: ';

function replace({ id, files }: Journal, targets: readonly Target[], disk: Disk): void {
  targets.forEach(({ change, real }, index) => {
    attempt(change.path, () =>
      change.after === undefined
        ? disk.renameSync(real, keptPath(id, index, real))
        : disk.renameSync(freshPath(id, index, real), real),
    );
  });
  syncAll(files, disk);
}

interface Left {
  readonly path: string;
  readonly reason: string;
  /** Whether another try may put it back. */
  readonly isForRecover: boolean;
}

function undo(journal: Journal, targets: readonly Target[], disk: Disk): readonly Left[] {
  return restore(journal, disk).flatMap((outcome, index): readonly Left[] => {
    const path = targets[index]!.change.path;
    if (outcome.kind === 'failed') return [{ path, reason: outcome.reason, isForRecover: true }];
    if (outcome.kind === 'changed')
      return [{ path, reason: 'somebody else has changed it meanwhile', isForRecover: false }];
    return [];
  });
}

function failed(error: unknown, left: readonly Left[]): WriteResult {
  if (!(error instanceof Refusal)) throw error;
  return {
    kind: 'failed',
    path: error.path,
    reason: error.reason,
    left: left.map(({ path, reason }) => ({ path, reason })),
  };
}
