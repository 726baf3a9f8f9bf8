import { layeredSnapshot } from '../../src/files/layered';
import { overlaySnapshot } from '../../src/files/overlay';
import { rebasedSnapshot } from '../../src/files/rebased';
import { memorySnapshot } from '../../src/files/snapshot';

const tree = memorySnapshot(
  new Map([
    ['jail.local', 'own'],
    ['filter.d/sshd.conf', 'own'],
    ['action.d', 'a file'],
  ]),
);
const base = memorySnapshot(
  new Map([
    ['jail.conf', 'base'],
    ['filter.d/sshd.conf', 'base'],
    ['filter.d/apache.conf', 'base'],
    ['action.d/ban.conf', 'base'],
  ]),
);
const layered = layeredSnapshot(tree, base, { name: 'some', why: 'of a test' });

test.each([
  ['jail.local', 'own', false],
  ['jail.conf', 'base', true],
  ['filter.d/sshd.conf', 'own', false],
  ['filter.d/apache.conf', 'base', true],
])('%s is of the %s', (name, text, isOfBase) => {
  expect(layered.entry(`/etc/fail2ban/${name}`)).toMatchObject({ kind: 'text', text });
  expect(layered.base!.holds(`/etc/fail2ban/${name}`)).toBe(isOfBase);
});

test('directories have the names of both, a file has none', () => {
  expect(layered.names('/etc/fail2ban')).toEqual(['action.d', 'filter.d', 'jail.conf', 'jail.local']);
  expect(layered.names('/etc/fail2ban/filter.d')).toEqual(['apache.conf', 'sshd.conf']);
  expect(layered.names('/etc/fail2ban/action.d')).toEqual([]);
  expect(layered.entry('/etc/fail2ban/nothing')).toBeUndefined();
  expect(layered.base!.holds('/etc/fail2ban/nothing')).toBe(false);
});

test('a fix and another place keep the base', () => {
  expect(overlaySnapshot(layered, new Map([['/etc/fail2ban/jail.local', 'new']])).base).toBe(layered.base);
  const elsewhere = rebasedSnapshot(layered, '/x');
  expect(elsewhere.base!.name).toBe('some');
  expect(elsewhere.base!.holds('/x/jail.conf')).toBe(true);
  expect(elsewhere.base!.holds('/x/jail.local')).toBe(false);
});
