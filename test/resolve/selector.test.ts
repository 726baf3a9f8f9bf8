import { select } from '../../src/resolve/selector';
import { resolveTree } from './resolve-tree';

const setup = resolveTree({
  'jail.conf': '[DEFAULT]\nbantime = 1h\n[sshd]\nport = 22\n[a.b]\nx.y = 1\n[fail2ban.x]\n',
  'filter.d/sshd.conf': '',
  'action.d/ufw.conf': '',
});

test.each([
  ['sshd', { kind: 'section', section: 'sshd' }],
  ['DEFAULT', { kind: 'section', section: 'DEFAULT' }],
  ['a.b', { kind: 'section', section: 'a.b' }],
  ['sshd.port', { kind: 'option', section: 'sshd', option: 'port' }],
  ['sshd.BanTime', { kind: 'option', section: 'sshd', option: 'bantime' }],
  ['DEFAULT.bantime', { kind: 'option', section: 'DEFAULT', option: 'bantime' }],
  ['a.b.x.y', { kind: 'option', section: 'a.b', option: 'x.y' }],
  ['sshd.fail2ban_version', { kind: 'option', section: 'sshd', option: 'fail2ban_version' }],
  ['filter:sshd', { kind: 'filter', name: 'sshd' }],
  ['action:ufw', { kind: 'action', name: 'ufw' }],
  ['fail2ban', { kind: 'daemon' }],
])('%s', (selector, expected) => {
  expect(select(setup, selector)).toEqual(expected);
});

test.each([
  ['sshdd', 'there is no jail sshdd', 'sshd'],
  ['SSHD', 'there is no jail SSHD', 'sshd'],
  ['xyz', 'there is no jail xyz', undefined],
  ['sshd.bantme', 'nothing sets bantme for sshd', 'sshd.bantime'],
  ['sshd.', 'nothing sets  for sshd', undefined],
  ['filter:shd', 'there is no filter shd', 'filter:sshd'],
  ['action:xyz', 'there is no action xyz', undefined],
  ['filter:', 'there is no filter ', undefined],
])('%s fits nothing', (selector, message, suggestion) => {
  expect(select(setup, selector)).toEqual({ kind: 'unknown', message, suggestion });
});
