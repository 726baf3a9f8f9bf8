import { rootLogins } from '../../src/sshd/root-login';
import { processorTime } from '../processor-time';
import { readSshdText } from './read-sshd';

/** The effective values were compared with `sshd -T -C user=root,…` of OpenSSH 9.2. */
test.each<[string, readonly [string, string, string | undefined][]]>([
  ['PermitRootLogin yes\nPermitRootLogin no\n', [['yes', 'password', undefined]]],
  ['PermitRootLogin no\nMatch all\nPermitRootLogin yes\n', [['yes', 'password', undefined]]],
  ['PermitRootLogin yes\nMatch User root\nPermitRootLogin no\n', [['yes', 'password', 'block']]],
  ['PermitRootLogin yes\nMatch User=root,admin\nPasswordAuthentication no\n', [['yes', 'password', 'block']]],
  ['PermitRootLogin yes\nMatch User git\nPasswordAuthentication no\n', [['yes', 'password', undefined]]],
  ['PermitRootLogin yes\nMatch User *,!root\nPermitRootLogin no\n', [['yes', 'password', undefined]]],
  ['PermitRootLogin yes\nMatch Group wheel\nPermitRootLogin no\n', [['yes', 'password', undefined]]],
  ['Match User root\nPermitRootLogin yes\nMatch all\nPermitRootLogin no\n', [['yes', 'password', 'block']]],
  ['Match all\nPermitRootLogin no\nMatch User root\nPermitRootLogin yes\n', []],
  [
    'UsePAM yes\nPasswordAuthentication no\nPermitRootLogin yes\n',
    [['yes', 'keyboard-interactive', undefined]],
  ],
  [
    'UsePAM yes\nPermitRootLogin yes\nAuthenticationMethods publickey keyboard-interactive:pam\n',
    [['yes', 'keyboard-interactive', undefined]],
  ],
  ['PermitRootLogin yes\nAuthenticationMethods any\n', [['yes', 'password', undefined]]],
  ['PermitRootLogin yes\nInclude x\n', [['yes', 'password', undefined]]],
  ['PermitRootLogin yes\nAllowUsers alice bob\n', [['yes', 'password', 'list']]],
  ['PermitRootLogin yes\nAllowUsers alice\nAllowUsers r*@10.0.0.1\n', [['yes', 'password', undefined]]],
  ['PermitRootLogin yes\nDenyUsers root\n', [['yes', 'password', 'list']]],
  ['PermitRootLogin yes\nPasswordAuthentication yes\nInclude x\n', [['yes', 'password', undefined]]],
  ['Match Address 10.0.0.1\nInclude x\nPermitRootLogin without-password\n', []],
  ['PermitRootLogin = yes\n', [['yes', 'password', undefined]]],
  ['PermitRootLogin yes | no\n', []],
  ['PermitRootLogin\n', []],
])('%j', (text, expected) => {
  const found = rootLogins(readSshdText(text));
  expect(found.map(({ directive, methods, unless }) => [directive.value, methods.join(), unless])).toEqual(
    expected,
  );
});

test('ten thousand Match blocks take no time', () => {
  const config = readSshdText('Match Address 10.0.0.1\nPermitRootLogin yes\n'.repeat(10_000));
  const start = processorTime();
  expect(rootLogins(config)).toHaveLength(10_000);
  expect(processorTime() - start).toBeLessThan(5000);
});
