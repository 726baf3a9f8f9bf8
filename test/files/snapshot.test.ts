import { memorySnapshot } from '../../src/files/snapshot';

const snapshot = memorySnapshot(
  new Map([
    ['jail.conf', '[a]\n'],
    ['jail.d/b.conf', ''],
    ['jail.d/B.conf', ''],
    ['jail.d/\u{1f600}.conf', ''],
    ['jail.d/\uff5e.conf', ''],
    ['filter.d/sub/x.conf', 'x'],
    ['/srv/other.conf', 'y'],
    ['__proto__', 'z'],
  ]),
);

test('files stand below the root or at an absolute path', () => {
  expect(snapshot.root).toBe('/etc/fail2ban');
  expect(snapshot.entry('/etc/fail2ban/jail.conf')).toEqual({ kind: 'text', text: '[a]\n' });
  expect(snapshot.entry('/srv/other.conf')).toEqual({ kind: 'text', text: 'y' });
  expect(snapshot.entry('/etc/fail2ban/__proto__')).toEqual({ kind: 'text', text: 'z' });
});

test.each(['/etc/fail2ban/jail.local', 'jail.conf', '/etc/fail2ban/constructor', ''])(
  'nothing is at %j',
  path => {
    expect(snapshot.entry(path)).toBeUndefined();
  },
);

test.each(['/etc/fail2ban/jail.d/../jail.conf', '/etc/fail2ban//./jail.conf', '/../etc/fail2ban/jail.conf'])(
  '%s is a file too',
  path => {
    expect(snapshot.entry(path)).toEqual({ kind: 'text', text: '[a]\n' });
  },
);

test('directories come with their files', () => {
  for (const path of ['/etc/fail2ban', '/etc/fail2ban/filter.d/sub', '/srv']) {
    expect(snapshot.entry(path)).toEqual({ kind: 'directory' });
  }
  expect(snapshot.names('/etc/fail2ban')).toEqual(['__proto__', 'filter.d', 'jail.conf', 'jail.d']);
  expect(snapshot.names('/etc/fail2ban/filter.d')).toEqual(['sub']);
  expect(snapshot.names('/etc/fail2ban/nowhere')).toEqual([]);
});

test('names are in code point order', () => {
  const names = ['B.conf', 'b.conf', '\uff5e.conf', '\u{1f600}.conf'];
  expect(snapshot.names('/etc/fail2ban/jail.d')).toEqual(names);
});

test('entries of any kind may be given, and another root', () => {
  const bad = { kind: 'unreadable', reason: 'permission denied' } as const;
  const other = memorySnapshot(new Map([['jail.conf', bad]]), '/tmp/x');
  expect(other.entry('/tmp/x/jail.conf')).toBe(bad);
});
