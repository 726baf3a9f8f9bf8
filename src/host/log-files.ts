import { type Found, found, unknown } from './found';
import { globFiles } from './glob-files';
import type { RootFiles } from './root-files';
import { syslogFiles } from './syslog-files';
import { walkLogs } from './walk-logs';

/** The log files of a host, and what could not be looked into. */
export interface LogFiles {
  readonly files: Found<readonly string[]>;
  /** Directories that can't be listed, so that nobody knows what is there. */
  readonly unreadable: Found<readonly string[]>;
}

/**
 * The files below /var/log, and those that fit the paths and patterns of a configuration, wherever they are: sorted absolute paths.
 * A dangling link or a directory is none. On a root that isn't running, what rsyslog will write counts too. Unknown where what a
 * pattern would find is out of sight.
 */
export async function findLogFiles(
  root: RootFiles,
  patterns: readonly string[],
  units: readonly string[] | undefined,
): Promise<LogFiles> {
  if (root.status('/var/log') === 'absent')
    return { files: unknown('there is no /var/log'), unreadable: unknown('there is no /var/log') };
  const walk = walkLogs(root);
  const files = new Set(walk.files);
  const unreadable = new Set(walk.unreadable);
  const written = root.isLive || !units?.includes('rsyslog.service') ? [] : syslogFiles(root);
  for (const path of written) files.add(path);
  const hidden: string[] = [];
  for (const pattern of new Set(patterns)) {
    if (!pattern.startsWith('/') || files.has(pattern)) continue;
    if (walk.isComplete && pattern.startsWith('/var/log/') && !/\/\.\.?\//.test(pattern)) continue;
    const { matches, isKnown, blocked } = await look(root, pattern);
    for (const path of matches) files.add(path);
    for (const directory of blocked) unreadable.add(directory);
    if (!isKnown) hidden.push(pattern);
  }
  const closed = [...unreadable].sort();
  return {
    files:
      hidden.length > 0 ? unknown(whyHidden(hidden)) : found([...files].sort(), howFound(patterns, written)),
    unreadable:
      closed.length > 0 ? found(closed, 'may not be listed by this user') : unknown('nothing of the kind'),
  };
}

/** No system opens a longer one. */
const longestPath = 4096;

interface Looked {
  readonly matches: readonly string[];
  /** False where there may be a file that can't be seen. */
  readonly isKnown: boolean;
  readonly blocked: readonly string[];
}

async function look(root: RootFiles, pattern: string): Promise<Looked> {
  if (pattern.length > longestPath) return { matches: [], isKnown: true, blocked: [] };
  // what lies there is made when the host starts
  const isMadeLater = !root.isLive && /^\/(?:dev|proc|run|sys|tmp|var\/run|var\/tmp)\//.test(pattern);
  if (/[*?[]/.test(pattern)) {
    const { files, unreadable, isCut, isWider } = await globFiles(root, pattern);
    const isKnown = (files.length > 0 && !isWider) || (unreadable.length === 0 && !isCut && !isMadeLater);
    return { matches: files, isKnown, blocked: unreadable };
  }
  const status = root.status(pattern);
  if (typeof status !== 'string')
    return { matches: status.isDirectory() ? [] : [pattern], isKnown: true, blocked: [] };
  // people name it where a jail is to read nothing
  if (pattern === '/dev/null') return { matches: [pattern], isKnown: true, blocked: [] };
  return { matches: [], isKnown: status === 'absent' && !isMadeLater, blocked: [] };
}

function whyHidden([first, ...others]: readonly string[]): string {
  return `nobody can tell here whether there is ${first}${others.length > 0 ? `, and ${others.length} more` : ''}`;
}

function howFound(patterns: readonly string[], written: readonly string[]): string {
  return [
    'files below /var/log',
    ...(patterns.length > 0 ? ['what logpath names'] : []),
    ...(written.length > 0 ? ['what rsyslog will write'] : []),
  ].join(', ');
}
