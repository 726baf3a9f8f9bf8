import { basename, dirname, join } from 'node:path';
import type { FileChange } from '../file-change';
import type { Disk } from './disk';
import { hashOf, look, lookAt } from './look';
import { attempt, codeOf, Refusal, reasonOf } from './refusal';
import type { Appearance } from './whole-file';

/** A change, and the file on the disk that it is about. */
export interface Target {
  readonly change: FileChange;
  /** Absolute path of the file itself, no link in it; of the link where a link is removed. */
  readonly real: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly appearance: Appearance;
  /** Directories that are missing on the way to it, the outer ones first, and the mode they are to get. */
  readonly missing: readonly string[];
  readonly directoryMode: number;
  /** Whether it has further names, which won't go with it. */
  readonly hasOtherNames: boolean;
}

/** Finds the file of a change and makes sure that it may be written and still has the content it had. Throws a refusal. */
export function findTarget(change: FileChange, disk: Disk): Target {
  const { path, before, after } = change;
  const seen = attempt(path, () => lookAt(path, disk));
  const hashes = {
    before: before === undefined ? null : hashOf(before),
    after: after === undefined ? null : hashOf(after),
  };
  if (before === undefined) {
    if (seen !== undefined) {
      followLinks(path, disk);
      throw new Refusal(path, 'it has been made since the files were read');
    }
    const place = placeOf(path, disk);
    return { change, ...place, ...hashes, appearance: appearanceOfNew(change, disk), hasOtherNames: false };
  }
  if (seen === undefined) throw new Refusal(path, 'it has been removed since it was read');
  const isLinkRemoved = seen.isSymbolicLink() && after === undefined;
  const file = followLinks(path, disk);
  const found = attempt(path, () => look(file, disk, { forWriting: !isLinkRemoved }));
  if (found.kind === 'other') throw new Refusal(path, `${found.what}, not a file`);
  if (found.kind === 'missing' || found.hash !== hashes.before)
    throw new Refusal(path, 'it has been changed since it was read');
  const { mode, uid, gid, nlink } = found.status;
  return {
    change,
    ...placeOf(isLinkRemoved ? path : file, disk),
    ...hashes,
    appearance: { mode: mode & 0o7777, owner: { user: uid, group: gid }, isRequired: true },
    hasOtherNames: nlink > 1 && after !== undefined,
  };
}

function followLinks(path: string, disk: Disk): string {
  try {
    return disk.realpathSync(path);
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    throw new Refusal(
      path,
      codeOf(error) === 'ENOENT' ? 'a link to a file that does not exist' : reasonOf(error),
    );
  }
}

/** Links on the way to a path are followed, at its end they are not. */
function placeOf(path: string, disk: Disk): Pick<Target, 'real' | 'missing' | 'directoryMode'> {
  const names: string[] = [];
  let there = dirname(path);
  while (attempt(path, () => lookAt(there, disk)) === undefined && dirname(there) !== there) {
    names.push(basename(there));
    there = dirname(there);
  }
  return attempt(path, () => {
    let directory = disk.realpathSync(there);
    const directoryMode = disk.statSync(directory).mode & 0o7777;
    const missing = names.reverse().map(name => {
      directory = join(directory, name);
      return directory;
    });
    return { real: join(directory, basename(path)), missing, directoryMode };
  });
}

/** The umask of who runs f2blint says nothing about a configuration, which others read. */
function appearanceOfNew({ path, like }: FileChange, disk: Disk): Appearance {
  const seen = like === undefined ? undefined : attempt(path, () => lookAt(like, disk));
  if (like === undefined || seen === undefined) return { mode: 0o644, owner: undefined, isRequired: false };
  const { mode, uid, gid } = attempt(path, () => disk.statSync(like));
  return { mode: mode & 0o777, owner: { user: uid, group: gid }, isRequired: false };
}
