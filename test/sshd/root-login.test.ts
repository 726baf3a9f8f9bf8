import { memorySnapshot } from '../../src/files/snapshot';
import { readTextFile } from '../../src/resolve/source';
import { readSshdConfig } from '../../src/sshd/read';
import { rootLogins } from '../../src/sshd/root-login';

function read(text: string) {
  const file = readTextFile(
    memorySnapshot(new Map([['/etc/ssh/sshd_config', text]])),
    '/etc/ssh/sshd_config',
  );
  return readSshdConfig(file!);
}

/** The effective values were compared with `sshd -T -C user=root,…` of OpenSSH 9.2. */
test.each<[string, readonly [string, string, boolean][]]>([
  ['PermitRootLogin yes\nPermitRootLogin no\n', [['yes', 'password', true]]],
  ['PermitRootLogin no\nMatch all\nPermitRootLogin yes\n', [['yes', 'password', true]]],
  ['PermitRootLogin yes\nMatch User root\nPermitRootLogin no\n', [['yes', 'password', false]]],
  ['PermitRootLogin yes\nMatch User=root,admin\nPasswordAuthentication no\n', [['yes', 'password', false]]],
  ['PermitRootLogin yes\nMatch User git\nPasswordAuthentication no\n', [['yes', 'password', true]]],
  ['PermitRootLogin yes\nMatch User *,!root\nPermitRootLogin no\n', [['yes', 'password', true]]],
  ['PermitRootLogin yes\nMatch Group wheel\nPermitRootLogin no\n', [['yes', 'password', true]]],
  ['Match User root\nPermitRootLogin yes\nMatch all\nPermitRootLogin no\n', [['yes', 'password', false]]],
  ['Match all\nPermitRootLogin no\nMatch User root\nPermitRootLogin yes\n', []],
  ['UsePAM yes\nPasswordAuthentication no\nPermitRootLogin yes\n', [['yes', 'keyboard-interactive', true]]],
  [
    'UsePAM yes\nPermitRootLogin yes\nAuthenticationMethods publickey keyboard-interactive:pam\n',
    [['yes', 'keyboard-interactive', true]],
  ],
  ['PermitRootLogin yes\nAuthenticationMethods any\n', [['yes', 'password', true]]],
  ['PermitRootLogin yes\nInclude x\n', [['yes', 'password', false]]],
  ['PermitRootLogin yes\nPasswordAuthentication yes\nInclude x\n', [['yes', 'password', true]]],
  ['Match Address 10.0.0.1\nInclude x\nPermitRootLogin without-password\n', []],
  ['PermitRootLogin = yes\n', [['yes', 'password', true]]],
  ['PermitRootLogin yes | no\n', []],
  ['PermitRootLogin\n', []],
])('%j', (text, expected) => {
  const found = rootLogins(read(text));
  expect(found.map(({ directive, methods, certain }) => [directive.value, methods.join(), certain])).toEqual(
    expected,
  );
});

test('ten thousand Match blocks take no time', () => {
  const config = read('Match User x\nPermitRootLogin yes\n'.repeat(10_000));
  const start = performance.now();
  expect(rootLogins(config)).toHaveLength(10_000);
  expect(performance.now() - start).toBeLessThan(5000);
});
