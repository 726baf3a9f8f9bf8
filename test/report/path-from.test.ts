import { displayPath } from '../../src/report/display-path';
import { pathFrom } from '../../src/report/path-from';

test.each([
  ['/work', 'etc/jail.local', 'etc/jail.local'],
  ['/work', './etc//jail.local', 'etc/jail.local'],
  ['/work', 'etc/fail2ban/../ssh/sshd_config', 'etc/ssh/sshd_config'],
  ['/work', '/work/etc/jail.local', 'etc/jail.local'],
  ['/work/', '/work/etc/jail.local', 'etc/jail.local'],
  ['/work', '/workshop/jail.local', '/workshop/jail.local'],
  ['/work', '../jail.local', '/jail.local'],
  ['/', 'etc/jail.local', 'etc/jail.local'],
  ['/', '/etc/jail.local', 'etc/jail.local'],
  ['/work', 'a\ud800', 'a\ufffd'],
])('from %s, %s is %s', (directory, path, seen) => {
  expect(pathFrom(directory, path)).toBe(seen);
});

test.each([
  ['./jail.local', 'jail.local'],
  ['././jail.local', 'jail.local'],
  ['../jail.local', '../jail.local'],
  ['::error::x/jail.local', './::error::x/jail.local'],
  ['./::error::x/jail.local', './::error::x/jail.local'],
])('%s is shown as %s', (path, shown) => {
  expect(displayPath(path)).toBe(shown);
});
