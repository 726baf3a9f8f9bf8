import { posix } from 'node:path';
import { type Found, found, unknown } from './found';
import type { RootFiles } from './root-files';

type Mode = { readonly mode: string; readonly owner: string; readonly group: string };
export type Modes = Readonly<Record<string, Mode>>;

const mostFiles = 10_000;
const deepest = 8;

/**
 * Modes, owners and groups of what is in the configuration directory (by its name there, `.` for itself) and in /etc/ssh (by its path). Names
 * are those of the root. Unknown where the root was unpacked by a user, to whom all of it belongs then.
 */
export function findModes(root: RootFiles, tree: string | undefined): Found<Modes> {
  const top = root.status('/');
  if (typeof top === 'string' || top.uid !== 0)
    return unknown('the files do not belong to those they are meant for');
  const owners = readNames(root, '/etc/passwd');
  const groups = readNames(root, '/etc/group');
  const seen = new Set<string>();
  const modes = new Map<string, Mode>();

  function add(path: string, name: string, depth: number): void {
    const status = root.status(path);
    if (typeof status === 'string' || modes.size >= mostFiles) return;
    modes.set(name, {
      mode: (status.mode & 0o7777).toString(8).padStart(4, '0'),
      owner: owners.get(status.uid) ?? String(status.uid),
      group: groups.get(status.gid) ?? String(status.gid),
    });
    const identity = `${status.dev}:${status.ino}`;
    if (!status.isDirectory() || depth === deepest || seen.has(identity)) return;
    seen.add(identity);
    const entries = root.entries(path);
    if (typeof entries === 'string') return;
    for (const entry of entries) add(posix.join(path, entry.name), posix.join(name, entry.name), depth + 1);
  }

  if (tree !== undefined) add(tree, '.', 0);
  add('/etc/ssh', '/etc/ssh', 0);
  return found(Object.fromEntries(modes), `${tree === undefined ? '' : `${tree} and `}/etc/ssh`);
}

/** Names by number, the first of each, from a file of `NAME:PASSWORD:NUMBER:…` (passwd(5), group(5)). */
function readNames(root: RootFiles, path: string): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  for (const line of (root.text(path) ?? '').split('\n')) {
    const [name = '', , number = ''] = line.split(':');
    if (/^\d+$/.test(number) && !names.has(Number(number))) names.set(Number(number), name);
  }
  return names;
}
