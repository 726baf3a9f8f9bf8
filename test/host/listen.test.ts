import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { findListeners } from '../../src/host/listen';
import { listeningSockets } from '../../src/host/listening-sockets';
import { type RootFiles, rootFiles } from '../../src/host/root-files';
import { socketOwners } from '../../src/host/socket-owners';
import { temporaryDirectory } from '../temporary-directory';
import { filesOf } from './make-root';

const directory = temporaryDirectory();
const row = (address: string, state: string, inode: string) =>
  `   0: ${address} 00000000:0000 ${state} 00000000:00000000 00:00000000 00000000     0        0 ${inode} 1 0 100 0 0 10 0\n`;
const header =
  '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n';

const table = (version4: string, version6: string): RootFiles =>
  filesOf(directory, { '/proc/net/tcp': header + version4, '/proc/net/tcp6': header + version6 });

test('sockets that wait for the network', () => {
  const files = table(
    row('00000000:0016', '0A', '1') +
      row('0100007F:0035', '0A', '2') +
      row('0A00020F:2382', '0A', '3') +
      row('0A00020F:0016', '01', '4'),
    row('00000000000000000000000000000000:0050', '0A', '5') +
      row('00000000000000000000000001000000:0277', '0A', '6') +
      row('0000000000000000FFFF00000100007F:1F90', '0A', '7'),
  );
  expect(listeningSockets(files)).toEqual([
    { port: 22, inode: '1' },
    { port: 9090, inode: '3' },
    { port: 80, inode: '5' },
  ]);
  expect(listeningSockets(filesOf(directory, { '/proc/net/tcp': '\0\xff\n:\n' }))).toEqual([]);
});

test('what lies in a root is not listening', () => {
  const files = table(row('00000000:0016', '0A', '1'), '');
  expect(findListeners(files, []).value).toBeUndefined();
  expect(findListeners({ ...files, isLive: true }, []).value).toBeUndefined();
});

(existsSync('/proc/net/tcp') ? describe : describe.skip)('on this host', () => {
  let server: Server;
  beforeAll(done => {
    server = createServer().listen(0, '0.0.0.0', done);
  });
  afterAll(() => server.close());

  test('the program behind a port', () => {
    const { port } = server.address() as { port: number };
    const socket = listeningSockets(rootFiles('/'))?.find(each => each.port === port);
    expect(socket).toBeDefined();
    const owners = socketOwners(new Set([socket!.inode]));
    expect(owners.get(socket!.inode)).toBe(readFileSync('/proc/self/comm', 'utf8').trim());
  });
});
