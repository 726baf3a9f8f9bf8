import { constants } from 'node:fs';
import type { Disk } from './disk';
import { codeOf, Refusal } from './refusal';

/** How a file is to look besides its content. */
export interface Appearance {
  /** Permission bits. */
  readonly mode: number;
  /** Undefined: whoever writes it. */
  readonly owner: { readonly user: number; readonly group: number } | undefined;
  /** Whether it must be exactly that. */
  readonly isRequired: boolean;
}

/**
 * Makes a file and sees it through to the disk. Nobody else can read it before it has its mode. Throws errors of the file
 * system, and a refusal in the name of `target` where it can't look as required.
 */
export function writeWhole(
  path: string,
  content: Uint8Array,
  appearance: Appearance,
  target: string,
  disk: Disk,
): void {
  const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW } = constants;
  const descriptor = disk.openSync(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600);
  try {
    writeAll(descriptor, content, disk);
    setAppearance(descriptor, appearance, target, disk);
    disk.fsyncSync(descriptor);
  } finally {
    disk.closeSync(descriptor);
  }
}

/** A system may take less at a time than it is given. */
export function writeAll(descriptor: number, content: Uint8Array, disk: Disk): void {
  for (let at = 0; at < content.length; ) at += disk.writeSync(descriptor, content, at, content.length - at);
}

function setAppearance(
  descriptor: number,
  { mode, owner, isRequired }: Appearance,
  target: string,
  disk: Disk,
) {
  const made = disk.fstatSync(descriptor);
  if (owner !== undefined && (made.uid !== owner.user || made.gid !== owner.group)) {
    try {
      disk.fchownSync(descriptor, owner.user, owner.group);
    } catch (error) {
      if (codeOf(error) === undefined) throw error;
      if (isRequired)
        throw new Refusal(
          target,
          `it would not stay with its owner (user ${owner.user}, group ${owner.group})`,
        );
    }
  }
  // after the owner, a change of which takes bits away
  if ((disk.fstatSync(descriptor).mode & 0o7777) === mode) return;
  disk.fchmodSync(descriptor, mode);
  if (isRequired && (disk.fstatSync(descriptor).mode & 0o7777) !== mode)
    throw new Refusal(target, `it would not keep its mode (${mode.toString(8).padStart(4, '0')})`);
}

/** Sees to it that names made, changed or removed in a directory last. Not every file system can tell that of a directory. */
export function syncDirectory(path: string, disk: Disk): void {
  let descriptor: number | undefined;
  try {
    descriptor = disk.openSync(path, constants.O_RDONLY);
    disk.fsyncSync(descriptor);
  } catch (error) {
    if (!unable.has(codeOf(error) ?? '')) throw error;
  } finally {
    if (descriptor !== undefined) disk.closeSync(descriptor);
  }
}

const unable = new Set(['EACCES', 'EBADF', 'EINVAL', 'EISDIR', 'ENOSYS', 'ENOTSUP', 'EPERM', 'EROFS']);
