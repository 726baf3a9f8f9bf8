/** A file that can't be written, and why. */
export class Refusal extends Error {
  readonly path: string;
  readonly reason: string;
  constructor(path: string, reason: string) {
    super(`${path}: ${reason}`);
    this.path = path;
    this.reason = reason;
  }
}

/** Does something on the disk for a file; where that fails, throws a refusal that names the file, with `what` before the reason. */
export function attempt<Result>(path: string, action: () => Result, what = ''): Result {
  try {
    return action();
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    throw new Refusal(path, what + reasonOf(error));
  }
}

/** Does something on the disk that may fail: nothing depends on it, or `recover` does it again. */
export function ignoreFailure(action: () => void): void {
  try {
    action();
  } catch (error) {
    if (codeOf(error) === undefined && !(error instanceof Refusal)) throw error;
  }
}

/** The code of an error of the file system, as `ENOENT`; undefined for any other error. */
export function codeOf(error: unknown): string | undefined {
  const { code, syscall } = error as NodeJS.ErrnoException;
  return syscall !== undefined || code === 'ERR_INVALID_ARG_VALUE' ? code : undefined;
}

/** An error of the file system in plain words. */
export function reasonOf(error: unknown): string {
  const code = codeOf(error) ?? String(error);
  return reasons.get(code) ?? `the system says ${code}`;
}

const reasons = new Map([
  ['EACCES', 'permission denied'],
  ['EBUSY', 'it is in use, or mounted by itself as the files of a container can be'],
  ['EDQUOT', 'the disk quota is used up'],
  ['EEXIST', 'it has been made meanwhile'],
  ['EFBIG', 'the file would be larger than is permitted'],
  ['EIO', 'the disk reports an error'],
  ['EISDIR', 'a directory'],
  ['ELOOP', 'a loop of symbolic links'],
  ['EMFILE', 'too many files are open'],
  ['ENAMETOOLONG', 'its name is too long'],
  ['ENFILE', 'too many files are open'],
  ['ENOENT', 'it does not exist'],
  ['ENOSPC', 'the disk is full'],
  ['ENOTDIR', 'a part of its path is no directory'],
  ['EPERM', 'not permitted, it may be marked as immutable'],
  ['EROFS', 'the file system is read-only'],
  ['ESTALE', 'the file server has lost it'],
  ['ETXTBSY', 'it is in use'],
  ['ERR_INVALID_ARG_VALUE', 'its name is impossible'],
]);
