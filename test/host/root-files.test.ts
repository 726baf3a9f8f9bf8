import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootFiles } from '../../src/host/root-files';
import { temporaryDirectory } from '../temporary-directory';
import { makeRoot } from './make-root';

const directory = temporaryDirectory();
writeFileSync(join(directory, 'secret'), 'outside');

const root = makeRoot(directory, {
  '/etc/real': 'inside',
  '/secret': 'inside too',
  '/etc/absolute': { link: '/etc/real' },
  '/etc/relative': { link: '../etc/./real' },
  '/etc/by-directory': { link: '/lib/x/../real' },
  '/lib': { link: 'usr/lib' },
  '/usr/lib/real': 'library',
  '/usr/lib/x': 'directory',
  '/etc/climbs': { link: '../../../../secret' },
  '/etc/out': { link: join(directory, 'secret') },
  '/etc/out-directory': { link: directory },
  '/etc/dangling': { link: 'nowhere' },
  '/etc/loop': { link: 'loop' },
  '/etc/a': { link: 'b/x' },
  '/etc/b': { link: '/etc/a' },
  '/etc/off': { link: '/dev/null' },
  '/etc/pipe': 'pipe',
  '/etc/directory': 'directory',
  '/etc/large': '',
});
truncateSync(join(root, 'etc/large'), 2 ** 40);
const files = rootFiles(root);

test.each([
  ['/etc/real', 'inside'],
  ['/etc//./real', 'inside'],
  ['/../../etc/real', 'inside'],
  ['/etc/absolute', 'inside'],
  ['/etc/relative', 'inside'],
  ['/etc/by-directory', 'library'],
  ['/lib/../lib/real', 'library'],
  ['/etc/climbs', 'inside too'],
  ['/etc/out', undefined],
  ['/etc/out-directory/secret', undefined],
  ['/etc/dangling', undefined],
  ['/etc/loop', undefined],
  ['/etc/a', undefined],
  ['/etc/pipe', undefined],
  ['/etc/off', undefined],
  ['/etc/off/x', undefined],
  ['/etc/large', undefined],
  ['/etc/directory', undefined],
  ['/etc/real/x', undefined],
  ['/nul\0', undefined],
  [`/${'n'.repeat(5000)}`, undefined],
])('%j holds %j', (path, text) => {
  expect(files.text(path)).toBe(text);
});

test.each([
  ['/etc/out', 'absent'],
  ['/etc/dangling', 'absent'],
  ['/etc/loop', 'absent'],
  ['/etc/a', 'absent'],
  ['/nul\0', 'absent'],
])('%j is %s', (path, expected) => {
  expect(files.status(path)).toBe(expected);
  expect(files.entries(path)).toBe(expected);
});

test('what leads out of the root is not listed', () => {
  expect(files.entries('/etc/out-directory')).toBe('absent');
  expect(files.entries('/..')).toEqual(files.entries('/'));
});

test('a link tells where it points', () => {
  expect(files.linkTarget('/etc/off')).toBe('/dev/null');
  expect(files.linkTarget('/etc/real')).toBeUndefined();
  expect(files.linkTarget('/no/where')).toBeUndefined();
});

test('the live root is read as it is', () => {
  const live = rootFiles('/');
  expect(live.isLive).toBe(true);
  expect(live.text(join(root, 'etc/real'))).toBe('inside');
  expect(live.text('/dev/zero')).toBeUndefined();
  expect(live.text('/proc/self/comm')).toMatch(/\n$/);
});
