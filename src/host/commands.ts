import { type Found, found, unknown } from './found';
import type { RootFiles } from './root-files';

/** Where a service looks for programs. */
const directories = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'];

/** Names of the programs that may be run, sorted; links are followed within the root. */
export function findCommands(root: RootFiles): Found<readonly string[]> {
  const names = new Set<string>();
  const seen = new Set<string>();
  for (const directory of directories) {
    const place = root.status(directory);
    if (place === 'absent') continue;
    if (place === 'unknown') return unknown(`${directory} can't be looked into`);
    // /bin is mostly a link to /usr/bin
    const identity = `${place.dev}:${place.ino}`;
    if (seen.has(identity)) continue;
    seen.add(identity);
    const entries = root.entries(directory);
    if (entries === 'unknown') return unknown(`${directory} can't be listed`);
    if (entries === 'absent') continue;
    for (const { name } of entries) {
      if (names.has(name)) continue;
      const status = root.status(`${directory}/${name}`);
      if (typeof status !== 'string' && status.isFile() && (status.mode & 0o111) !== 0) names.add(name);
    }
  }
  return seen.size === 0
    ? unknown('there is no directory of programs')
    : found([...names].sort(), 'files that may be run in /usr/local, /usr, /sbin and /bin');
}
