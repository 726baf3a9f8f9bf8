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
 * A dangling link or a directory is none; a pipe or a device only where its path is named. On a root that isn't running, what rsyslog will write counts too. Unknown where what a
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
    if (walk.isComplete && /^\/var\/log\/.*[*?[]/.test(pattern) && !/\/\.\.?\//.test(pattern)) continue;
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
  const isMadeLater = !root.isLive && isOfRunningHost(pattern);
  if (!/[*?[]/.test(pattern)) return lookAt(root, pattern, isMadeLater);
  const { files, unreadable, isCut, isWider } = await globFiles(root, pattern);
  const isKnown = (files.length > 0 && !isWider) || (unreadable.length === 0 && !isCut && !isMadeLater);
  return { matches: files, isKnown, blocked: unreadable };
}

function lookAt(root: RootFiles, path: string, isMadeLater: boolean): Looked {
  const status = root.status(path);
  if (typeof status !== 'string')
    return { matches: status.isDirectory() ? [] : [path], isKnown: true, blocked: [] };
  // people name it where a jail is to read nothing
  if (path === '/dev/null') return { matches: [path], isKnown: true, blocked: [] };
  // the logs of a container are links to its standard output
  const leadsThere = !root.isLive && isOfRunningHost(root.linkTarget(path) ?? '');
  return { matches: [], isKnown: status === 'absent' && !isMadeLater && !leadsThere, blocked: [] };
}

/** Whether a path is made when a host starts. */
function isOfRunningHost(path: string): boolean {
  return /^\/(?:dev|proc|run|sys|tmp|var\/run|var\/tmp)\//.test(path);
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
