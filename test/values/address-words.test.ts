import { isLoopback, meansAddress } from '../../src/values/address-words';

test.each<[string, boolean]>([
  ['127.0.0.1', true],
  ['127.0.0.1/8', true],
  ['127.0.01/8', true],
  ['127.0.0.0/255.0.0.0', true],
  ['::1', true],
  ['[::1]', true],
  ['::1/128', true],
  ['0:0:0:0:0:0:0:1', true],
  ['::ffff:127.0.0.1', true],
  ['LocalHost', true],
  ['ip6-localhost', true],
  ['localhost.localdomain', true],
  ['127.0.0.1/0', false],
  ['10.0.0.1', false],
  ['::/0', false],
  ['::1/0', false],
  ['::2', false],
  ['1270.0.0.1', false],
  ['', false],
])('%j is loopback: %s', (word, expected) => {
  expect(isLoopback(word)).toBe(expected);
});

test.each<[string, boolean]>([
  ['198.51.100.7', true],
  ['198.51.100.0/24', true],
  ['2001:db8::/32', true],
  ['office.example.org', true],
  ['file:/etc/fail2ban/trusted', true],
  ['10.0.0.*', true],
  ['#', false],
  ['and', false],
  ['<your.address>', false],
  ['', false],
])('%j means an address: %s', (word, expected) => {
  expect(meansAddress(word)).toBe(expected);
});
