import { memorySnapshot } from '../../src/files/snapshot';
import { filesSince, filesUntil011 } from '../../src/knowledge/release-files';
import { inferRelease } from '../../src/resolve/infer-release';

const since = (name: '1.0' | '1.1.0' | '1.1.1') => filesSince.get(name)!;

function infer(...names: readonly string[]): string {
  return inferRelease(memorySnapshot(new Map(names.map(name => [name, ''])))).release.name;
}

test.each([
  ['nothing', [], '1.0'],
  ["an admin's own filters", ['filter.d/vaultwarden.conf', 'filter.d/proxmox.conf'], '1.0'],
  ['files of 0.11', filesUntil011, '0.11'],
  ['files of 0.11 left behind by an upgrade', [...filesUntil011, ...since('1.0')], '1.0'],
  ['files of 1.1.0', [...since('1.0'), ...since('1.1.0')], '1.1.0'],
  ['files of 1.1.1', [...since('1.0'), ...since('1.1.0'), ...since('1.1.1')], '1.1.1'],
  ['files of 1.1.1 but one', [...since('1.1.0'), ...since('1.1.1').slice(1)], '1.1.1'],
  ['half of the files of 1.1.1', [...since('1.1.0'), ...since('1.1.1').slice(3)], '1.1.0'],
])('%s', (_, names, release) => expect(infer(...names)).toBe(release));

test('the reason names a file', () => {
  const snapshot = memorySnapshot(new Map(since('1.1.1').map(name => [name, ''])));
  expect(inferRelease(snapshot).why).toBe(
    'it holds files that came with that release, such as filter.d/xrdp.conf',
  );
});
