import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const mostProcesses = 20_000;
const mostDescriptors = 100_000;

/** The names of the programs that hold sockets of the live host: inode -> name (proc_pid_fd(5)). Those of others can be seen by root alone. */
export function socketOwners(inodes: ReadonlySet<string>): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  if (inodes.size === 0) return owners;
  let left = mostDescriptors;
  for (const id of list('/proc')
    .filter(name => /^\d+$/.test(name))
    .slice(0, mostProcesses)) {
    for (const descriptor of list(`/proc/${id}/fd`)) {
      if (--left < 0 || owners.size === inodes.size) return owners;
      const inode = socketOf(`/proc/${id}/fd/${descriptor}`);
      if (inode !== undefined && inodes.has(inode) && !owners.has(inode)) owners.set(inode, nameOf(id));
    }
  }
  return owners;
}

function list(directory: string): readonly string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

function socketOf(link: string): string | undefined {
  try {
    return /^socket:\[(\d+)\]$/.exec(readlinkSync(link))?.[1];
  } catch {
    return undefined;
  }
}

function nameOf(id: string): string {
  try {
    return readFileSync(`/proc/${id}/comm`, 'utf8').trim();
  } catch {
    return 'unknown';
  }
}
