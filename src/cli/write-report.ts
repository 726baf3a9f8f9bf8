import { randomBytes } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { UserError } from './io';

/**
 * Writes a report to a file, whole or not at all: it is written beside the file, which is then replaced in one step. A link stays
 * one, and what is no file (`/dev/null`, a pipe) is written to. A UserError where that fails, which names the `option`.
 */
export function writeReport(file: string, text: string, option = '--output FORMAT=FILE'): void {
  try {
    const existing = statSync(file, { throwIfNoEntry: false });
    if (existing === undefined) replace(file, text, 0o666);
    else if (existing.isFile()) replaceExisting(file, text, existing);
    else writeFileSync(file, text);
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new UserError(
      `${file} cannot be written: ${reasons.get(code) ?? message}`,
      `${option} takes a file in a directory that exists and may be written to`,
    );
  }
}

const reasons = new Map([
  ['EACCES', 'permission denied'],
  ['EPERM', 'permission denied'],
  ['EROFS', 'the file system is read-only'],
  ['EISDIR', 'it is a directory'],
  ['ENOENT', 'its directory does not exist'],
  ['ENOTDIR', 'its directory is a file'],
  ['ENOSPC', 'no space is left'],
]);

function replaceExisting(file: string, text: string, { mode }: Stats): void {
  accessSync(file, constants.W_OK);
  replace(realpathSync(file), text, mode & 0o777);
}

function replace(file: string, text: string, mode: number): void {
  const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const descriptor = openSync(temporary, 'wx', mode);
    try {
      writeFileSync(descriptor, text);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
