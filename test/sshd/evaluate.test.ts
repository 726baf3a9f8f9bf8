import type { Connection } from '../../src/sshd/connection';
import { processorTime } from '../processor-time';
import { printed, readSshdText, refused } from './read-sshd';

/** Compared with `sshd -T` of OpenSSH 9.2. */
test.each<[string, readonly string[]]>([
  ['Port 2222\nPort 22\n', ['port 2222', 'port 22']],
  ['PermitRootLogin prohibit-password\nPermitRootLogin yes\n', ['permitrootlogin without-password']],
  ['IPQoS none\nIPQoS af21 cs1\n', ['ipqos af21 cs1']],
  ['permitTTY = "no"\n', ['permittty no']],
  ['=PermitTTY no\n', ['permittty no']],
  ['PermitTTY no # yes\n', ['permittty no']],
  ['Match all\nPermitTTY no\n', ['permittty no']],
  ['PermitTTY yes\nMatch all\nPermitTTY no\n', ['permittty no']],
  ['Match User git\nPermitTTY no\n', ['permittty yes']],
  ['ForceCommand "a" # b \n', ['forcecommand "a" # b']],
  ['LoginGraceTime 1h30m\n', ['logingracetime 5400']],
  ['RekeyLimit 1G\nRekeyLimit 2G 1h\n', ['rekeylimit 1073741824 3600']],
  ['ListenAddress 2001:DB8:0:0::1\nPort 5\n', ['listenaddress [2001:db8::1]:5']],
  ['AddressFamily inet\nPort 5\nPort 6\n', ['listenaddress 0.0.0.0:5', 'listenaddress 0.0.0.0:6']],
  ['ChallengeResponseAuthentication no\n', ['kbdinteractiveauthentication no']],
  ['AllowUsers a b\nAllowUsers # none\nAllowUsers c\n', ['allowusers a', 'allowusers b', 'allowusers c']],
  ['Ciphers ^aes256-ctr\nMACs -*\n', []],
  ['PermitTTY no\f\r\n', ['permittty no']],
  ['Match User "a b" # c\nPermitTTY no\n', ['permittty yes']],
])('%j', (text, expected) => {
  const sshd = readSshdText(text);
  const fields = [...new Set(expected.map(line => line.split(' ')[0]!))];
  expect(printed(sshd, ...fields)).toEqual(expected);
});

test.each<[string, string]>([
  ['PermitRootLogn no', 'sshd has no such keyword'],
  ['PermitRootLogin yes | no', '"| no" is too much'],
  [
    'PermitRootLogin maybe',
    '"maybe" is none of without-password, prohibit-password, forced-commands-only, yes, no',
  ],
  ['PermitRootLogin', 'it has no argument'],
  ['PermitRootLogin # no', 'the value is missing'],
  ['Banner "x', 'a quote is not closed'],
  ['Port 0', '"0" is no port'],
  ['MaxAuthTries 3x', '"3x" is no whole number'],
  ['LoginGraceTime 2y', '"2y" is no time such as 30, 2m or 1h30m'],
  ['Ciphers aes', '"aes" is unknown to it'],
  ['Match User', 'there is nothing to match behind "User"'],
  ['Match exec true', 'Match exec is for ssh_config; sshd runs nothing'],
  ['Match usr x', 'Match knows no criterion "usr"; did you mean user?'],
  ['Match Address 10.0.0.1/8', '"10.0.0.1/8" has bits set behind its mask, or a mask that is too long'],
  ['Match User x\nPort 5', 'it is not allowed below a Match line'],
  ['AuthorizedKeysCommand /x', 'AuthorizedKeysCommandUser is not set with it'],
  ['AuthenticationMethods hostbased', 'each list asks for a method that is switched off'],
  ['Include', 'it has no argument'],
])('%j is refused', (text, message) => {
  const number = text.split('\n').length;
  expect(refused(readSshdText(`${text}\n`))).toEqual([`sshd_config:${number}: ${message}`]);
});

const git: Connection = {
  user: 'git',
  groups: ['git', 'users'],
  host: 'Host.example.org',
  address: '10.1.2.3',
  localPort: 22,
};

test.each<[string, Connection, boolean]>([
  ['User git', git, true],
  ['User=git,root', git, true],
  ['User !git,*', git, false],
  ['User g?t Address 10.0.0.0/8', git, true],
  ['User git Address 192.168.0.0/16', git, false],
  ['Group users', git, true],
  ['Group users,!git', git, false],
  ['Host *.EXAMPLE.org', git, true],
  ['Address 10.1.*', git, true],
  ['Address !10.1.2.3,10.0.0.0/8', git, false],
  ['LocalPort 22', git, true],
  ['LocalPort ssh', git, true],
  ['RDomain *', git, false],
  ['all', {}, true],
  ['User *', {}, false],
  ['Address ::/0', { address: '2001:db8::1' }, true],
  ['Address 0.0.0.0/0', { address: '::ffff:10.0.0.1' }, false],
])('Match %s for %j: %j', (criteria, connection, expected) => {
  const { settings } = readSshdText(`PermitTTY no\nMatch ${criteria}\nPermitTTY yes\n`).evaluate(connection);
  expect(settings.find(each => each.field === 'permittty')?.values).toEqual([expected ? 'yes' : 'no']);
});

test('values know their lines, and those that have no effect', () => {
  const { settings } = readSshdText('PermitTTY no\nPermitTTY yes\nMatch User git\nPermitTTY yes\n').evaluate(
    git,
  );
  const { origins, lost } = settings.find(each => each.field === 'permittty')!;
  expect([origins, lost].map(lines => lines.map(line => line.number))).toEqual([[4], [1, 2]]);
});

test.each([
  [
    'ten thousand Match blocks',
    'Match User x\nPermitRootLogin yes\nMatch Address 10.0.0.0/8\nPort 3\n'.repeat(5000),
  ],
  ['a hundred thousand unknown keywords', 'PermitRootLogn yes\n'.repeat(100_000)],
  ['a hundred thousand times the same', 'IPQoS none\nPermitTTY no\nAllowUsers a b\n'.repeat(33_000)],
  ['a long pattern', `Match User ${'*a'.repeat(300)}\nPermitTTY no\n`],
])('%s take no time', (_, text) => {
  const start = processorTime();
  readSshdText(text).evaluate({ user: 'a'.repeat(2000) });
  expect(processorTime() - start).toBeLessThan(3000);
});
