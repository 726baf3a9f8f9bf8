import { newJailName } from '../../src/knowledge/old-jails';
import { defaultRelease, findRelease } from '../../src/knowledge/release';
import { removedName } from '../../src/knowledge/removed-names';
import { stockNames } from '../../src/knowledge/stock';

const newest = findRelease('master')!;

test.each([
  'ssh',
  'ssh-iptables',
  'ssh-ddos',
  'sasl',
  'apache',
  'apache-multiport',
  'couriersmtp',
  'asterisk-udp',
])('the jail [%s] has a name in jail.conf of today', old => {
  expect(stockNames('jail').has(old)).toBe(false);
  expect(stockNames('jail').get(newJailName(old) ?? '')).toContain('master');
});

test('a jail that is there, or never was, has no new name', () => {
  expect(newJailName('sshd')).toBeUndefined();
  expect(newJailName('toString')).toBeUndefined();
});

describe.each(['filter', 'action'] as const)('every %s that went', kind => {
  const gone = [...stockNames(kind)].filter(
    ([, releases]) => releases.includes('0.9.7') && !releases.includes('master'),
  );
  test('is known', () => {
    expect(gone.length).toBeGreaterThan(2);
    for (const [name] of gone) expect([name, removedName(kind, name, newest)]).not.toEqual([name, undefined]);
  });
  test('has a replacement that is there', () => {
    for (const [name] of gone) {
      const replacement = removedName(kind, name, newest)?.replacement?.replace(/\[.*/, '');
      if (replacement !== undefined) expect(stockNames(kind).get(replacement)).toContain('master');
    }
  });
});

test('what went with 1.0 is there in 0.11', () => {
  expect(removedName('action', 'badips', findRelease('0.11')!)).toBeUndefined();
  expect(removedName('action', 'badips', defaultRelease)).toBeDefined();
  expect(removedName('filter', 'sshd-ddos', findRelease('0.11')!)).toBeDefined();
});
