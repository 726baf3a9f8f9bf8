import type { RootFiles } from './root-files';

/** A TCP socket that waits for connections from the network. */
export interface ListeningSocket {
  readonly port: number;
  readonly inode: string;
}

/** proc_net_tcp(5); undefined where it can't be read. What listens to the host alone is left out. */
export function listeningSockets(root: RootFiles): readonly ListeningSocket[] | undefined {
  const version4 = root.text('/proc/net/tcp');
  if (version4 === undefined) return undefined;
  return `${version4}\n${root.text('/proc/net/tcp6') ?? ''}`.split('\n').flatMap(line => {
    const columns = line.trim().split(/\s+/);
    const [address = '', port = ''] = (columns[1] ?? '').split(':');
    if (columns[3] !== waiting || isLoopback(address)) return [];
    return [{ port: Number.parseInt(port, 16), inode: columns[9] ?? '' }];
  });
}

const waiting = '0A';

/** Each group of four bytes stands in the order of the machine, which is little endian nearly everywhere. */
function isLoopback(address: string): boolean {
  if (address.length === 8) return address.endsWith('7F');
  return address === '00000000000000000000000001000000' || /^0{16}FFFF0000.{6}7F$/.test(address);
}
