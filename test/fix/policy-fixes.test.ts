import { rules } from '../../rules/index';
import type { ExampleTree } from '../../src/lint/rule';
import { changedFiles, fixTree } from './fix-tree';

const jail = '[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\n';
const filter = { 'filter.d/sshd.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n' };
const ports = {
  ...filter,
  'action.d/iptables.conf':
    '[Definition]\nactionban = iptables -I <chain> -p tcp -m multiport --dports <port> -s <ip> -j DROP\nactionunban = iptables -D <chain> -s <ip>\n[Init]\nchain = INPUT\n',
};

/** What the fixes of one rule make of the files; the rule proves them alone. */
function fixed(id: string, tree: ExampleTree): Readonly<Record<string, string | undefined>> {
  return changedFiles(
    fixTree(
      tree,
      rules.filter(rule => rule.id === id),
    ),
  );
}

test.each<readonly [string, string, ExampleTree, Readonly<Record<string, string>>]>([
  [
    'policy/ignoreip-replaced',
    'on several lines too',
    {
      ...filter,
      'jail.local': `[DEFAULT]\nignoreip = 198.51.100.0/24\n${jail}ignoreip =\n    203.0.113.9\n`,
    },
    {
      'jail.local': `[DEFAULT]\nignoreip = 198.51.100.0/24\n${jail}ignoreip = %(default/ignoreip)s\n    203.0.113.9\n`,
    },
  ],
  [
    'policy/ignoreip-too-wide',
    'one word of a list',
    { ...filter, 'jail.local': `[DEFAULT]\nignoreip = 127.0.0.1/8, 0.0.0.0/0 ::1\n${jail}` },
    { 'jail.local': `[DEFAULT]\nignoreip = 127.0.0.1/8, ::1\n${jail}` },
  ],
  [
    'policy/permanent-ban',
    'in jail.local where the package sets it',
    { ...filter, 'jail.conf': '[DEFAULT]\nbantime = -1\n', 'jail.local': jail },
    { 'jail.local': `${jail}bantime = 1d\n` },
  ],
  [
    'log/no-journalmatch',
    'back to the log files',
    { ...filter, 'jail.local': `${jail}backend = systemd\n` },
    { 'jail.local': `${jail}backend = auto\n` },
  ],
  [
    'coverage/ssh-port',
    'the port sshd listens on',
    {
      ...ports,
      'jail.local': `${jail}action = iptables[port="%(port)s"]\nport = 22\n`,
      'ssh/sshd_config': 'Port 22\nPort 2222\n',
    },
    { 'jail.local': `${jail}action = iptables[port="%(port)s"]\nport = 22,2222\n` },
  ],
  [
    'sshd/root-login',
    'in the file that counts, comment kept',
    {
      'ssh/sshd_config': 'Include sshd_config.d/*.conf\nPermitRootLogin no\n',
      'ssh/sshd_config.d/50-cloud.conf': 'PermitRootLogin   yes # cloud\n',
    },
    { 'ssh/sshd_config.d/50-cloud.conf': 'PermitRootLogin   prohibit-password # cloud\n' },
  ],
])('%s: %s', (id, _, tree, expected) => expect(fixed(id, tree)).toEqual(expected));

test('what sshd would do otherwise beside the wanted is refused', () => {
  const tree = {
    'ssh/sshd_config': 'ChallengeResponseAuthentication no\nKbdInteractiveAuthentication yes\n',
  };
  expect(fixed('sshd/deprecated-keyword', tree)).toEqual({
    'ssh/sshd_config': 'KbdInteractiveAuthentication no\nKbdInteractiveAuthentication yes\n',
  });
});
