import type { Dirent, Stats } from 'node:fs';
import type { RootFiles } from './root-files';

/** As many entries of directories are looked at for one pattern. */
const mostEntries = 100_000;

/** More stars in one name than this could keep the search busy for ever. */
const mostStars = 3;

/** What fits a pattern. */
export interface GlobResult {
  readonly files: readonly string[];
  /** Directories on the way that can't be listed. */
  readonly unreadable: readonly string[];
  /** Whether there were more entries than were looked at. */
  readonly isCut: boolean;
  /** Whether some may not fit. */
  readonly isWider: boolean;
}

/**
 * Files that may fit an absolute pattern as fail2ban gives it to Python's `glob`: `*`, `?` and `[…]` stop at a slash. Those that fit and, with
 * `?`, `[…]` and many stars, some that nearly do.
 */
export async function globFiles(root: RootFiles, pattern: string): Promise<GlobResult> {
  const { default: glob } = await import('fast-glob');
  const unreadable: string[] = [];
  let left = mostEntries;

  function status(path: string): Stats {
    const stats = root.status(path);
    if (typeof stats === 'string') throw missing(path);
    return stats;
  }

  function entries(path: string): Dirent[] {
    const listed = root.entries(path);
    if (listed === 'unknown') unreadable.push(path);
    if (typeof listed === 'string') throw missing(path);
    left -= listed.length;
    return left < 0 ? [] : [...listed];
  }

  const wider = loosened(pattern);
  const files = glob.sync(wider, {
    cwd: '/',
    fs: {
      lstatSync: status as typeof import('node:fs').lstatSync,
      statSync: status as typeof import('node:fs').statSync,
      readdirSync: entries as unknown as typeof import('node:fs').readdirSync,
    },
    braceExpansion: false,
    extglob: false,
    globstar: false,
    suppressErrors: true,
  });
  return { files: files.sort(), unreadable, isCut: left < 0, isWider: wider !== pattern };
}

function missing(path: string): Error {
  return Object.assign(new Error(`${path} does not exist`), { code: 'ENOENT' });
}

/**
 * A pattern of Python's as one of fast-glob, wider where it must be: fast-glob does not look for a `?` in the name of a directory, and
 * means more by other signs.
 */
function loosened(pattern: string): string {
  return pattern
    .split('/')
    .map(name => {
      const parts = name.match(/(?:[*?]|\[!?\]?[^\]]*\])+|[^*]/g) ?? [];
      if (parts.filter(isMagic).length > mostStars) return '*';
      return parts.map(part => (isMagic(part) ? '*' : part.replace(/[\\(){}[\]!+@|^$]/, '\\$&'))).join('');
    })
    .join('/');
}

function isMagic(part: string): boolean {
  return part.length > 1 || part === '*' || part === '?';
}
