import { type Found, found, unknown } from './found';
import { listeningSockets } from './listening-sockets';
import type { RootFiles } from './root-files';
import { socketOwners } from './socket-owners';
import { unitFile } from './units';

export interface Listener {
  readonly port: number;
  readonly protocol: string;
  readonly service: string;
}

/**
 * The TCP ports that are open to more than the host itself, and the programs behind them. Known for the live host alone, and only where
 * this user may see whose each port is: half a list would pass for a whole one.
 */
export function findListeners(
  root: RootFiles,
  units: readonly string[] | undefined,
): Found<readonly Listener[]> {
  if (!root.isLive) return unknown('the root is not running');
  const sockets = listeningSockets(root);
  if (sockets === undefined) return unknown("/proc/net/tcp can't be read");
  const owners = socketOwners(new Set(sockets.map(({ inode }) => inode)));
  const listeners = new Map<string, Listener>();
  for (const { port, inode } of sockets) {
    const program = owners.get(inode);
    if (program === undefined) return unknown(`nobody can tell here whose port ${port} is`);
    const service = program === 'systemd' ? (socketUnit(root, units ?? [], port) ?? program) : program;
    listeners.set(`${port} ${service}`, { port, protocol: 'tcp', service });
  }
  const sorted = [...listeners.values()].sort((a, b) => a.port - b.port || (a.service < b.service ? -1 : 1));
  return found(sorted, '/proc/net/tcp, /proc/net/tcp6');
}

/** systemd listens for services it starts when somebody comes (systemd.socket(5)). */
function socketUnit(root: RootFiles, units: readonly string[], port: number): string | undefined {
  const unit = units.find(
    name =>
      name.endsWith('.socket') &&
      new RegExp(`^[ \\t]*ListenStream[ \\t]*=[ \\t]*(?:.*:)?${port}[ \\t]*$`, 'm').test(
        unitFile(root, name) ?? '',
      ),
  );
  return unit?.replace(/\.socket$/, '');
}
