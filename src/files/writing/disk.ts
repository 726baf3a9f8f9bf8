import * as fileSystem from 'node:fs';

/** What writing asks of the file system, so that a test can let any of it fail. */
export type Disk = Pick<
  typeof fileSystem,
  | 'chmodSync'
  | 'closeSync'
  | 'fchmodSync'
  | 'fchownSync'
  | 'fstatSync'
  | 'fsyncSync'
  | 'lstatSync'
  | 'mkdirSync'
  | 'openSync'
  | 'readSync'
  | 'realpathSync'
  | 'renameSync'
  | 'rmdirSync'
  | 'statSync'
  | 'unlinkSync'
  | 'writeSync'
>;

export const realDisk: Disk = fileSystem;
