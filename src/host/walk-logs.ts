import type { RootFiles } from './root-files';

const logDirectory = '/var/log';

/** As many entries are looked at, those that lie deepest last. */
const mostEntries = 100_000;
const deepest = 12;

/** The journal's own files are no logs that fail2ban could read by a path. */
const journal = '/var/log/journal';

/** What is below /var/log. */
export interface LogWalk {
  /** Files, and links to files. */
  readonly files: readonly string[];
  /** Directories that can't be listed. */
  readonly unreadable: readonly string[];
  /** Whether a file that isn't listed isn't there. */
  readonly isComplete: boolean;
}

/** Walks /var/log level by level, into linked directories too, but into none twice. */
export function walkLogs(root: RootFiles): LogWalk {
  const files: string[] = [];
  const unreadable: string[] = [];
  const seen = new Set<string>();
  let isComplete = true;
  let left = mostEntries;
  let level: readonly string[] = [logDirectory];
  for (let depth = 0; level.length > 0; depth++) {
    const next: string[] = [];
    for (const directory of level) {
      if (left <= 0 || depth > deepest) {
        isComplete = false;
        break;
      }
      const entries = root.entries(directory);
      if (entries === 'unknown') unreadable.push(directory);
      if (typeof entries === 'string') continue;
      for (const entry of entries) {
        if (--left < 0) break;
        const path = `${directory}/${entry.name}`;
        if (entry.isFile()) files.push(path);
        else if (entry.isDirectory() && path !== journal) enter(path, next);
        else if (entry.isSymbolicLink()) {
          const target = root.status(path);
          if (typeof target === 'string') continue;
          if (target.isFile()) files.push(path);
          else if (target.isDirectory()) {
            // the same files can have a name more, which isn't listed
            isComplete = false;
            enter(path, next);
          }
        }
      }
      if (left < 0) isComplete = false;
    }
    level = next;
  }
  return { files, unreadable, isComplete: isComplete && unreadable.length === 0 };

  function enter(path: string, next: string[]): void {
    const status = root.status(path);
    if (typeof status === 'string') return;
    const identity = `${status.dev}:${status.ino}`;
    if (seen.has(identity)) return;
    seen.add(identity);
    next.push(path);
  }
}
