import { absolutePath } from '../files/posix-path';

/**
 * A path as seen from an absolute directory, as a repository names its files: without `.` and `..`, relative if it lies below,
 * else absolute. A lone surrogate, which no name of a file has, becomes U+FFFD.
 */
export function pathFrom(directory: string, path: string): string {
  const absolute = absolutePath(path.startsWith('/') ? path : `${directory}/${path}`).toWellFormed();
  const above = absolutePath(directory).replace(/\/?$/, '/');
  return absolute.startsWith(above) ? absolute.slice(above.length) : absolute;
}
