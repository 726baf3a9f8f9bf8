import { rules } from '../../rules/index';
import { applyFixes } from '../../src/fix/apply-fixes';
import { createWorkbench } from '../../src/fix/state';
import type { Admin } from '../../src/lint/admin';
import { readExample } from '../../src/lint/example';
import type { ExampleTree } from '../../src/lint/rule';
import { changedFiles } from './fix-tree';

const jail = (name: string) => `[${name}]\nenabled = true\nfilter = ${name}\nlogpath = /var/log/x.log\n`;
const filter = '[Definition]\nfailregex = ^bad login from <HOST>$\n';
const script =
  'iptables -I <chain> -p <protocol> -m multiport --dports <port> -s <ip> -j DROP\nactionunban = iptables -D <chain> -s <ip>';
const iptables = `[Definition]\nactionban = ${script}\n[Init]\nchain = INPUT\nport = ssh\nprotocol = tcp\n`;
const base = {
  'filter.d/sshd.conf': filter,
  'filter.d/dovecot.conf': filter,
  'filter.d/web.conf': '[Definition]\nfailregex = ^<HOST> GET$\n',
  'filter.d/openvpn.conf': filter,
  'action.d/iptables.conf': iptables,
};

/** What the fixes of one rule make of jail.local, or the name of another file. */
function fixed(id: string, tree: ExampleTree, name = 'jail.local', admin?: Partial<Admin>): unknown {
  const { snapshot, config } = readExample(
    { ...base, ...tree },
    rules.filter(rule => rule.id === id),
  );
  const known = { networks: [], limits: new Map(), ...admin };
  const run = applyFixes(createWorkbench(snapshot, { ...config, admin: known }), true);
  return changedFiles(run)[name] ?? run.refused.map(({ why }) => why);
}

describe('a line that other jails have a value from as well stays', () => {
  test('each jail gets a line of its own', () => {
    const tree = { 'jail.local': `[DEFAULT]\nmaxretry = 1\n${jail('sshd')}${jail('web')}` };
    expect(fixed('policy/maxretry-one', tree)).toBe(
      `[DEFAULT]\nmaxretry = 1\n${jail('sshd')}maxretry = 5\n${jail('web')}`,
    );
  });
  test('unless all have it from there', () => {
    const tree = { 'jail.local': `[DEFAULT]\nmaxretry = 1\n${jail('sshd')}` };
    expect(fixed('policy/maxretry-one', tree)).toBe(`[DEFAULT]\nmaxretry = 5\n${jail('sshd')}`);
  });
  test('also where it comes by another name', () => {
    const sshd = `${jail('sshd')}backend = %(default/backend)s\njournalmatch = _COMM=sshd\n`;
    const tree = { 'jail.local': `[DEFAULT]\nbackend = systemd\n${sshd}${jail('web')}` };
    expect(fixed('log/no-journalmatch', tree)).toBe(
      `[DEFAULT]\nbackend = systemd\n${sshd}${jail('web')}backend = auto\n`,
    );
  });
});

describe('what the admin says in .f2blintrc', () => {
  const long = `${jail('sshd')}bantime = 1w\n`;
  const networks = ['198.51.100.0/24', '2001:db8::/48'];
  test.each<readonly [string, string, string, Partial<Admin>, unknown]>([
    ['policy/no-trusted-address', 'without networks there is no fix', long, {}, []],
    [
      'policy/no-trusted-address',
      'networks in the jail',
      long,
      { networks },
      `${long}ignoreip = 127.0.0.1/8 ::1 ${networks.join(' ')}\n`,
    ],
    [
      'policy/no-trusted-address',
      'networks at the end of the list of all',
      `[DEFAULT]\nignoreip = 127.0.0.1\n${long}${jail('web')}`,
      { networks },
      `[DEFAULT]\nignoreip = 127.0.0.1 ${networks.join(' ')}\n${long}${jail('web')}`,
    ],
    [
      'mail/strict-no-exemption',
      'networks rather than more failures',
      `${jail('dovecot')}maxretry = 2\nbantime = 1h\n`,
      { networks },
      `${jail('dovecot')}maxretry = 2\nbantime = 1h\nignoreip = 127.0.0.1/8 ::1 ${networks.join(' ')}\n`,
    ],
    [
      'mail/strict-no-exemption',
      'how many failures',
      `${jail('dovecot')}maxretry = 2\nbantime = 1h\n`,
      { limits: new Map([['maxretry', '7']]) },
      `${jail('dovecot')}maxretry = 7\nbantime = 1h\n`,
    ],
    [
      'policy/permanent-ban',
      'how long a ban lasts',
      `${jail('sshd')}bantime = -1\n`,
      { limits: new Map([['bantime', '3d']]) },
      `${jail('sshd')}bantime = 3d\n`,
    ],
    [
      'policy/permanent-ban',
      'nothing is written that would be found again',
      `${jail('sshd')}bantime = -1\n`,
      { limits: new Map([['bantime', '-1']]) },
      ['the finding would still be there'],
    ],
    [
      'policy/too-lenient',
      'how many failures',
      `${jail('sshd')}maxretry = 90\n`,
      { limits: new Map([['maxretry', '4']]) },
      `${jail('sshd')}maxretry = 4\n`,
    ],
  ])('%s: %s', (id, _, text, admin, expected) =>
    expect(fixed(id, { 'jail.local': text }, 'jail.local', admin)).toEqual(expected),
  );
});

const told = 'action = iptables[port="%(port)s", protocol="%(protocol)s", chain="%(chain)s"]\n';
const defaults = '[DEFAULT]\nprotocol = tcp\nchain = INPUT\nport = 22\n';

test.each<readonly [string, string, ExampleTree, unknown]>([
  [
    'coverage/tcp-only',
    'both, where the action of the package goes through them',
    { 'jail.local': `${defaults}${jail('openvpn')}${told}` },
    `${defaults}${jail('openvpn')}${told}protocol = tcp,udp\n`,
  ],
  [
    'coverage/tcp-only',
    'the action of the package',
    {
      'jail.conf': `${defaults}[openvpn]\naction = iptables[name=t, port=1194, protocol=tcp]\n  iptables[name=u, port=1194, protocol=udp]\n`,
      'jail.local': `${jail('openvpn')}action = iptables[port=1194, protocol=tcp]\n`,
    },
    jail('openvpn'),
  ],
  [
    'coverage/docker-chain',
    'a chain that the action is told of',
    {
      'jail.local': `${defaults}${jail('web').replace('/var/log', '/var/lib/docker/volumes/x/_data')}${told}`,
    },
    `${defaults}${jail('web').replace('/var/log', '/var/lib/docker/volumes/x/_data')}${told}chain = DOCKER-USER\n`,
  ],
  [
    'coverage/docker-user-on-host-service',
    'the chain of containers stays for the others',
    { 'jail.local': `[DEFAULT]\nprotocol = tcp\nport = 22\nchain = DOCKER-USER\n${jail('sshd')}${told}` },
    `[DEFAULT]\nprotocol = tcp\nport = 22\nchain = DOCKER-USER\n${jail('sshd')}${told}chain = INPUT\n`,
  ],
  [
    'coverage/ssh-port',
    'behind the ports there are',
    {
      'jail.local': `${defaults}old = 22\n${jail('sshd')}port = %(old)s\n${told}`,
      'ssh/sshd_config': 'Port 2222\n',
    },
    `${defaults}old = 22\n${jail('sshd')}port = %(old)s,2222\n${told}`,
  ],
  [
    'coverage/firewall-mismatch',
    'both actions of [DEFAULT]',
    {
      'facts.json': '{"firewall": "ufw"}',
      'action.d/ufw.conf':
        '[Definition]\nactionban = ufw insert 1 deny from <ip>\nactionunban = ufw delete deny from <ip>\n',
      'action.d/firewallcmd-new.conf':
        '[Definition]\nactionban = firewall-cmd --direct --add-rule ipv4 filter f2b 0 -s <ip> -j DROP\nactionunban = firewall-cmd --direct --remove-rule ipv4 filter f2b 0 -s <ip> -j DROP\n',
      'jail.local': `[DEFAULT]\nbanaction = firewallcmd-new\nbanaction_allports = firewallcmd-new\n${jail('sshd')}action = %(banaction)s\n`,
    },
    `[DEFAULT]\nbanaction = ufw\nbanaction_allports = ufw\n${jail('sshd')}action = %(banaction)s\n`,
  ],
  [
    'coverage/unguarded-login',
    'the jail there is for it',
    {
      'facts.json': '{"listen": [{"port": 143, "protocol": "tcp", "service": "dovecot"}]}',
      'jail.local': jail('dovecot').replace('true', 'false'),
    },
    jail('dovecot'),
  ],
  [
    'log/own-log',
    'the log of the package',
    {
      'jail.conf': '[sshd]\nlogpath = /var/log/auth.log\n',
      'jail.local': `${jail('sshd').replace('x.log', 'fail2ban.log')}`,
    },
    jail('sshd').replace('logpath = /var/log/x.log\n', ''),
  ],
  [
    'mail/partial-ports',
    'the list of the package',
    {
      'jail.conf': `${defaults}[dovecot]\nport = pop3,pop3s,imap,imaps,submission,465,sieve\n`,
      'jail.local': `${jail('dovecot')}port = imap\n${told}`,
    },
    `${jail('dovecot')}${told}`,
  ],
  [
    'policy/ignoreip-too-wide',
    'a line of its own goes as a whole',
    { 'jail.local': `${jail('sshd')}ignoreip = 192.0.2.1\n    0.0.0.0/0\n    192.0.2.2\n` },
    `${jail('sshd')}ignoreip = 192.0.2.1\n    192.0.2.2\n`,
  ],
  [
    'policy/ignoreip-too-wide',
    'through a variable, where it is written',
    { 'jail.local': `[DEFAULT]\nfriends = ::/0, 192.0.2.1 ; ours\n${jail('sshd')}ignoreip = %(friends)s\n` },
    `[DEFAULT]\nfriends = 192.0.2.1 ; ours\n${jail('sshd')}ignoreip = %(friends)s\n`,
  ],
  [
    'policy/permanent-ban',
    'longer for recidive',
    { 'jail.local': `${jail('recidive')}bantime = -1\n`, 'filter.d/recidive.conf': filter },
    `${jail('recidive')}bantime = 5w\n`,
  ],
])('%s: %s', (id, _, tree, expected) => expect(fixed(id, tree)).toEqual(expected));
