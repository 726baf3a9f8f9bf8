import { memorySnapshot } from '../../src/files/snapshot';
import { defaultRelease } from '../../src/knowledge/release';
import { collectReferences } from '../../src/lint/references';
import { listTreeFiles } from '../../src/lint/tree-files';
import { resolve } from '../../src/resolve/setup';
import { processorTime } from '../processor-time';

function references(value: string) {
  const snapshot = memorySnapshot(new Map([['jail.local', `[a]\nx = ${value}\n`]]));
  return collectReferences(listTreeFiles(resolve(snapshot, defaultRelease)));
}

test.each<[string, string, boolean]>([
  ['%(ports)s', 'ports', true],
  ['%(Ports)s', 'ports', true],
  ['%(known/ports)s', 'ports', true],
  ['%(sshd/ports)s', 'ports', true],
  ['%(ports)', 'ports', false],
  ['<ports>', 'ports', true],
  ['<known/ports>', 'ports', true],
  ['<a <ports>>', 'ports', true],
  ['<ports-<mode>>', 'ports-more', true],
  ['<ports-<mode>>', 'mode', true],
  ['<ports-<mode>>', 'port', false],
  ['ports', 'ports', false],
])('%j asks for %s: %s', (value, name, expected) => {
  expect(references(value).has(name)).toBe(expected);
});

test.each(['%(', '<', '<a<', '%(a', '<aa<bb'])('many %j take no time', text => {
  const value = text.repeat(100_000);
  const start = processorTime();
  references(value);
  expect(processorTime() - start).toBeLessThan(5000);
});
