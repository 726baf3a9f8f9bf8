import { damage, type Random, randomFrom } from './random';

/** An sshd_config with the files beside it, and a connection to ask about. */
export interface SshdCase {
  /** Texts by their names; `sshd_config` is the one sshd is started with. `@` stands for the directory. */
  readonly files: ReadonlyMap<string, string>;
  readonly connection: Readonly<Record<string, string>>;
}

/** Random configurations: Match, Include, repeats, odd spacing, and now and then a mistake. The same for the same seed. */
export function sshdCases(seed: number, count: number): readonly SshdCase[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => makeCase(random));
}

function makeCase(random: Random): SshdCase {
  const mistakes = random.chance(0.25) ? 0.05 : 0;
  const main = makeFile(random, mistakes, 0);
  const files = new Map([['sshd_config', random.chance(0.1) ? damage(random, main, odd) : main]]);
  for (const name of ['d/10-first.conf', 'd/20-second.conf', 'd/.hidden.conf', 'd/note.txt', 'e/x.conf']) {
    if (random.chance(0.5)) files.set(name, makeFile(random, mistakes, 1));
  }
  return {
    files,
    connection: {
      user: random.pick(['root', 'nobody', 'git', 'alice']),
      host: random.pick(['host.example.org', 'HOST.example.com', 'localhost']),
      addr: random.pick(['10.1.2.3', '192.168.0.9', '2001:db8::7', '203.0.113.80', '::ffff:10.0.0.1']),
      laddr: random.pick(['10.0.0.1', '192.0.2.1', '2001:db8::1']),
      lport: random.pick(['22', '2222']),
      rdomain: random.pick(['blue', 'red']),
    },
  };
}

const odd = [' ', '\t', '"', "'", '\\', '=', '#', '\r', '\f', '\n', ',', '!', '*', '0'];

function makeFile(random: Random, mistakes: number, depth: number): string {
  const lines: string[] = [];
  let inMatch = false;
  const count = random.below(depth === 0 ? 30 : 8);
  for (let index = 0; index < count; index++) {
    if (random.chance(0.1)) {
      lines.push(matchLine(random, mistakes));
      inMatch = true;
    } else if (random.chance(depth < 3 ? 0.08 : 0)) lines.push(includeLine(random, depth));
    else if (random.chance(0.08))
      lines.push(random.pick(['', '   ', '# a comment', '\t# "', '\r', '=', '"open']));
    else lines.push(settingLine(random, inMatch || (depth > 0 && random.chance(0.7)), mistakes));
  }
  const end = random.pick(['\n', '\n', '\n', '\r\n']);
  return lines.join(end) + (random.chance(0.9) ? end : '');
}

function includeLine(random: Random, depth: number): string {
  // files in d may only include e, and e nothing, so that most cases have no loop
  const targets =
    depth === 0 ? ['@/d/*.conf', '@/e/*', '@/d/[0-9]?-*.conf', '@/[de]/*.conf'] : ['@/e/*.conf'];
  const target = random.pick([
    ...targets,
    '@/none/*.conf',
    '@/d/nothing.conf',
    '/etc/ssh/../..@/e/x.conf',
    '../..@/e/x.conf',
  ]);
  return `${spell(random, 'Include')} ${random.chance(0.2) ? `"${target}"` : target}${random.chance(0.1) ? ` ${random.pick(targets)}` : ''}`;
}

function matchLine(random: Random, mistakes: number): string {
  if (random.chance(0.15))
    return `${spell(random, 'Match')} ${random.pick(['all', 'All', 'all # everybody', '"all"'])}`;
  if (random.chance(mistakes)) return random.pick(wrongMatches);
  const criteria = Array.from({ length: 1 + random.below(2) }, () => {
    const [kind, lists] = random.pick(criterionLists);
    const list = random.pick(lists);
    const between = random.pick([' ', ' ', '=', '  ', '\t', ' = ']);
    return `${spell(random, kind)}${between}${random.chance(0.1) ? `"${list}"` : list}`;
  });
  return `${spell(random, 'Match')} ${criteria.join(' ')}${random.chance(0.1) ? ' # who' : ''}`;
}

const criterionLists: readonly (readonly [string, readonly string[]])[] = [
  ['User', ['root', '*', 'git,alice', '*,!root', 'r??t', 'nobody', '!git', 'ROOT']],
  ['Group', ['root', 'nogroup', '*', '*,!root', 'wheel,root']],
  ['Host', ['*.example.org', 'host.EXAMPLE.*', '*', 'localhost,!*.org']],
  [
    'Address',
    [
      '10.0.0.0/8',
      '192.168.0.0/16,10.0.0.0/8',
      '2001:db8::/32',
      '*',
      '203.0.113.*',
      '!10.1.2.3,*',
      '10.1.2.3',
      '0.0.0.0/0',
      '::/0',
      '*:*',
    ],
  ],
  ['LocalAddress', ['10.0.0.1', '192.0.2.0/24', '2001:db8::1', '*']],
  ['LocalPort', ['22', '2222', 'ssh']],
  ['RDomain', ['blue', '*,!blue', 'r*']],
];

const wrongMatches = [
  'Match',
  'Match User',
  'Match all User root',
  'Match User root all',
  'Match exec "true"',
  'Match Address 10.0.0.1/8',
  'Match Address ,',
  'Match LocalPort none',
  'Match Uzer root',
  'Match User "root',
  'Match User=',
  'Match =',
];

function settingLine(random: Random, isInMatch: boolean, mistakes: number): string {
  if (random.chance(mistakes)) return random.pick(wrongLines);
  const rows = isInMatch ? matchSettings : random.chance(0.5) ? matchSettings : globalSettings;
  const [name, values] = random.pick(rows);
  const value = random.pick(values);
  const indent = random.pick(['', '', '', '    ', '\t', ' ']);
  const between = random.pick([' ', ' ', ' ', '\t', '  ', '=', ' = ', ' =']);
  const isPlain = /^[^\s"'#\\]+$/.test(value);
  const written = isPlain && random.chance(0.1) ? random.pick([`"${value}"`, `'${value}'`]) : value;
  const end = random.pick(['', '', '', '', ' ', '\t', ' # note', '\f']);
  return `${indent}${spell(random, name)}${between}${written}${end}`;
}

function spell(random: Random, name: string): string {
  return random.pick([name, name, name, name.toLowerCase(), name.toUpperCase()]);
}

const flags = ['yes', 'no', 'YES', 'No'];
const times = ['0', '30', '2m', '1h30m', '1d', '2w', '90s', '1H'];

const globalSettings: readonly (readonly [string, readonly string[]])[] = [
  ['UsePAM', flags],
  ['Port', ['22', '2222', 'ssh', '443']],
  ['ListenAddress', ['0.0.0.0', '::', '192.0.2.1:2222', '[2001:db8::1]:22', '2001:db8:0:0:1:0:0:1', '10.1']],
  ['AddressFamily', ['any', 'ANY']],
  ['HostKey', ['/etc/ssh/ssh_host_ed25519_key', '/etc/ssh/ssh_host_rsa_key']],
  ['LoginGraceTime', times],
  ['SyslogFacility', ['AUTH', 'authpriv', 'LOCAL3', 'DAEMON']],
  ['PrintMotd', flags],
  ['PrintLastLog', flags],
  ['IgnoreUserKnownHosts', flags],
  ['StrictModes', flags],
  ['PermitUserEnvironment', ['yes', 'no', 'LANG,LC_*']],
  ['Compression', ['yes', 'no', 'delayed']],
  ['TCPKeepAlive', flags],
  ['KeepAlive', flags],
  ['Ciphers', ['aes256-ctr', 'aes256-gcm@openssh.com,aes128-ctr', '+3des-cbc', '-aes*', '^aes256-ctr']],
  ['MACs', ['hmac-sha2-256,hmac-sha2-512', '-*-etm@openssh.com', '+hmac-md5']],
  ['KexAlgorithms', ['curve25519-sha256', '-diffie-hellman*', '+diffie-hellman-group14-sha1']],
  ['HostKeyAlgorithms', ['ssh-ed25519,rsa-sha2-512', '+ssh-rsa', 'ssh-*', 'rsa-sha2-*']],
  ['Subsystem', ['sftp internal-sftp', 'sftp  /usr/lib/openssh/sftp-server  -l  INFO', 'other "/bin/a b" c']],
  ['MaxStartups', ['10', '10:30:60', '5:50:5', '3:1:100x']],
  ['PerSourceMaxStartups', ['none', '5']],
  ['PerSourceNetBlockSize', ['24:64', '32:128']],
  ['UseDNS', flags],
  ['VersionAddendum', ['none', 'Debian # here', '"a" b']],
  ['FingerprintHash', ['md5', 'SHA256', 'sha512']],
  ['PidFile', ['/run/x.pid', 'none', 'relative.pid', '~/x.pid']],
  ['XAuthLocation', ['/usr/bin/xauth', 'NONE']],
  ['DebianBanner', flags],
  ['GSSAPIKeyExchange', flags],
  ['GSSAPIStrictAcceptorCheck', flags],
  ['KerberosOrLocalPasswd', flags],
  ['Protocol', ['2', '1,2']],
  ['UsePrivilegeSeparation', ['sandbox', 'yes']],
  ['ServerKeyBits', ['1024']],
  ['SecurityKeyProvider', ['internal', '/usr/lib/sk.so', 'none']],
  ['HostKeyAgent', ['none']],
];

const matchSettings: readonly (readonly [string, readonly string[]])[] = [
  ['PermitRootLogin', ['yes', 'no', 'prohibit-password', 'without-password', 'forced-commands-only', 'YES']],
  ['PasswordAuthentication', flags],
  ['PasswordAuthentication', flags],
  ['KbdInteractiveAuthentication', flags],
  ['ChallengeResponseAuthentication', flags],
  ['PubkeyAuthentication', ['yes']],
  ['PermitEmptyPasswords', flags],
  ['LogLevel', ['QUIET', 'info', 'VERBOSE', 'DEBUG', 'debug1', 'DEBUG3', 'Error']],
  ['LogVerbose', ['none', 'kex.c:*:1000,packet.c', 'a b']],
  ['MaxAuthTries', ['0', '3', '6', '100', '+4']],
  ['MaxSessions', ['1', '10']],
  ['X11Forwarding', flags],
  ['X11DisplayOffset', ['10', '0']],
  ['X11UseLocalhost', flags],
  ['AllowTcpForwarding', ['yes', 'all', 'no', 'local', 'remote']],
  ['AllowStreamLocalForwarding', ['yes', 'local']],
  ['AllowAgentForwarding', flags],
  ['DisableForwarding', flags],
  ['GatewayPorts', ['yes', 'no', 'clientspecified']],
  ['AllowUsers', ['root alice', 'git@10.0.0.0/8', '*', 'a b c # d', 'x@host,*.org', '"a b"', '# nobody']],
  ['DenyUsers', ['bob', 'eve mallory']],
  ['AllowGroups', ['ssh-users', 'wheel sudo']],
  ['DenyGroups', ['games']],
  ['AcceptEnv', ['LANG LC_*', 'GIT_*', 'A\\ B']],
  ['SetEnv', ['A=b C=d', 'A=x A=y', '"A=b c"']],
  ['Banner', ['none', '/etc/issue.net', 'issue', 'None']],
  ['ForceCommand', ['internal-sftp', '/bin/true # x', 'none', '"a" \'b\'']],
  ['ChrootDirectory', ['%h', '/srv/sftp/%u', 'none']],
  ['AuthorizedKeysFile', ['.ssh/authorized_keys', '/etc/keys/%u .ssh/keys', '~/keys', 'none']],
  ['AuthorizedPrincipalsFile', ['none', 'NONE', '.ssh/p']],
  ['AuthorizedKeysCommandUser', ['nobody']],
  ['AuthorizedKeysCommand', ['none', '/usr/bin/true %u # x']],
  ['AuthorizedPrincipalsCommand', ['none']],
  [
    'AuthenticationMethods',
    ['publickey', 'publickey,password publickey,keyboard-interactive:pam', 'publickey,publickey'],
  ],
  ['ClientAliveInterval', times],
  ['ClientAliveCountMax', ['0', '3']],
  ['RekeyLimit', ['default none', '1G', '512M 1h', '1.5G 30m', 'default', '100 10']],
  ['IPQoS', ['af21 cs1', 'none', 'lowdelay', '0x10', 'ef 8', '4', '0']],
  ['PermitTunnel', ['yes', 'no', 'point-to-point']],
  ['PermitTTY', flags],
  ['PermitUserRC', flags],
  ['PermitOpen', ['any', 'none', 'host:22 [::1]:80', '*:443', 'h:*']],
  ['PermitListen', ['any', '8080', 'localhost:80 9', '*:*']],
  ['StreamLocalBindMask', ['0177', '077', '0']],
  ['StreamLocalBindUnlink', flags],
  ['ExposeAuthInfo', flags],
  ['IgnoreRhosts', ['yes', 'no', 'shosts-only']],
  ['HostbasedAuthentication', flags],
  ['HostbasedAcceptedKeyTypes', ['+ssh-rsa', 'ssh-ed25519']],
  ['PubkeyAcceptedAlgorithms', ['ssh-ed25519', '-ecdsa*', '+ssh-dss', '^rsa-sha2-256']],
  ['PubkeyAuthOptions', ['none', 'touch-required', 'verify-required touch-required']],
  ['CASignatureAlgorithms', ['ssh-ed25519', '-rsa*']],
  ['RequiredRSASize', ['1024', '2048']],
  ['ChannelTimeout', ['none', 'session=5m x11=30', 'NONE']],
  ['UnusedConnectionTimeout', ['none', '30', '5m']],
  ['GSSAPIAuthentication', flags],
  ['KerberosAuthentication', flags],
  ['RSAAuthentication', flags],
  ['TrustedUserCAKeys', ['none', '/etc/ssh/ca.pub']],
  ['RevokedKeys', ['/etc/ssh/revoked', 'None']],
];

const wrongLines = [
  'PermitRootLogn no',
  'PermitRootLogin yes | no',
  'PasswordAuthentication maybe',
  'PasswordAuthentication',
  'Banner "open',
  'Port 0',
  'Port 70000',
  'Port',
  'MaxAuthTries six',
  'MaxAuthTries -1',
  'LoginGraceTime 5x',
  'LogLevel LOUD',
  'SyslogFacility AUTH2',
  'Ciphers arcfour',
  'Ciphers aes256-ctr, aes128-ctr',
  'MACs hmac-none',
  'KexAlgorithms none',
  'PubkeyAcceptedAlgorithms nothing',
  'AcceptEnv A=b',
  'SetEnv A',
  'AllowUsers root@',
  'AllowUsers a@10.0.0.1/8',
  'PermitOpen host',
  'PermitListen 0',
  'MaxStartups 10:30',
  'MaxStartups 0',
  'MaxStartups 10:200:20',
  'AuthenticationMethods none,any',
  'AuthenticationMethods any any',
  'AuthenticationMethods smartcard',
  'IPQoS gold',
  'RekeyLimit 5',
  'RekeyLimit 1X',
  'StreamLocalBindMask 9',
  'PermitTunnel YES',
  'RDomain blue',
  'IgnoreUnknown x',
  'AuthorizedKeysCommand bin/x',
  'ListenAddress 999.1.1.1',
  'ListenAddress [::1',
  'Include',
  'Include ""',
  'Include # nothing',
  'ChannelTimeout none session=5',
  'LogVerbose a none',
  'PubkeyAuthOptions touch',
  'Subsystem sftp',
  'DenyUsers ""',
  'X11DisplayOffset 99999999999',
  'ForceCommand',
  'PubkeyAuthentication yes no',
];
