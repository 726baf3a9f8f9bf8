import { dirname } from 'node:path';
import type { Disk } from './disk';
import { freshPath, type Journal, keptPath } from './journal';
import { attempt } from './refusal';
import type { Target } from './target';
import { directoriesOf } from './undo';
import { type Appearance, syncDirectory, writeWhole } from './whole-file';

/** Makes directories, given with their modes, the outer ones first. Throws a refusal. */
export function makeDirectories(directories: ReadonlyMap<string, number>, disk: Disk): void {
  for (const [path, mode] of directories) {
    attempt(path, () => {
      disk.mkdirSync(path, mode);
      disk.chmodSync(path, mode); // the umask has been taken off
      syncDirectory(dirname(path), disk);
    });
  }
}

/** Sees to it that all is on the disk that is needed to go on or to go back. Throws a refusal. */
export function prepare({ id, files }: Journal, targets: readonly Target[], disk: Disk): void {
  targets.forEach(({ change, real, appearance }, index) => {
    const { path, before, after } = change;
    const make = (temporary: string, content: Uint8Array, look: Appearance) =>
      attempt(
        path,
        () => writeWhole(temporary, content, look, path, disk),
        'no copy can be made beside it: ',
      );
    if (after === undefined) return;
    make(freshPath(id, index, real), after, appearance);
    if (before === undefined) make(keptPath(id, index, real), new Uint8Array(), proof);
    else make(keptPath(id, index, real), before, appearance);
  });
  syncAll(files, disk);
}

const proof: Appearance = { mode: 0o600, owner: undefined, isRequired: false };

/** Sees to it that the names in the directories of the files last. Throws a refusal. */
export function syncAll(files: Journal['files'], disk: Disk): void {
  for (const directory of directoriesOf(files)) attempt(directory, () => syncDirectory(directory, disk));
}
