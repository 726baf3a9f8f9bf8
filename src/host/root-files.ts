import { type Dirent, readdirSync, readlinkSync, realpathSync, type Stats, statSync } from 'node:fs';
import { locateWithin } from './locate-within';
import { readPlainFile } from './plain-file';

/** `absent`: there is nothing, or a link that leads nowhere. `unknown`: it can't be told, mostly for want of rights. */
export type Lacking = 'absent' | 'unknown';

/** The files below a root directory, by the paths they have on the host it belongs to. Nothing outside of it is ever seen. */
export interface RootFiles {
  /** Whether it is the host f2blint runs on. */
  readonly isLive: boolean;
  /** What a path leads to, links followed within the root. */
  status(path: string): Stats | Lacking;
  /** What is in a directory, sorted by name; links are told as such. */
  entries(path: string): readonly Dirent[] | Lacking;
  /** Where a link points, as it is written; undefined for anything else. */
  linkTarget(path: string): string | undefined;
  /** The text of a plain file of up to `most` bytes; undefined for anything else. Never waits for a pipe or a device. */
  text(path: string, most?: number): string | undefined;
}

const usualMost = 1024 * 1024;

/** Throws what Node throws where the directory is none. */
export function rootFiles(directory: string): RootFiles {
  const root = realpathSync(directory);
  const isLive = root === '/';
  // what the kernel does for the live root needs no second hand
  const locate = isLive ? (path: string) => path : locateWithin(root);

  function look<Result>(path: string, use: (located: string) => Result): Result | Lacking {
    try {
      return use(locate(path));
    } catch (error) {
      return lackOf(error);
    }
  }

  return {
    isLive,
    status: path => look(path, located => statSync(located)),
    entries: path =>
      look(path, located =>
        readdirSync(located, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1)),
      ),
    linkTarget(path) {
      const slash = path.lastIndexOf('/') + 1;
      const target = look(path.slice(0, slash), located => [readlinkSync(`${located}/${path.slice(slash)}`)]);
      return typeof target === 'string' ? undefined : target[0];
    },
    text(path, most = usualMost) {
      try {
        return readPlainFile(locate(path), most);
      } catch {
        return undefined;
      }
    },
  };
}

const nowhere: ReadonlySet<string> = new Set([
  'ENOENT',
  'ENOTDIR',
  'ELOOP',
  'ENAMETOOLONG',
  'ERR_INVALID_ARG_VALUE',
]);

function lackOf(error: unknown): Lacking {
  return nowhere.has((error as NodeJS.ErrnoException).code ?? '') ? 'absent' : 'unknown';
}
