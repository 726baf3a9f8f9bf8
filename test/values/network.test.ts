import { coversNetwork, isPrivate, parseNetwork } from '../../src/values/network';

test.each([
  ['10.0.0.0/8', 8],
  ['10.0.0.0/255.255.0.0', 16],
  ['198.51.100.7', 32],
  ['[2001:db8::1]', 128],
  ['2001:db8::/32', 32],
  ['0.0.0.0/0.0.0.0', 0],
  ['10.0.0.0/33', undefined],
  ['10.0.0.0/255.0.255.0', undefined],
  ['10.0.0.0/8/8', undefined],
  ['office.example.org', undefined],
  ['1.2.3.4.5', undefined],
])('%s has %s fixed bits', (word, length) => expect(parseNetwork(word)?.length).toBe(length));

test.each([
  ['198.51.0.0/16', '198.51.100.0/24', true],
  ['198.51.100.0/24', '198.51.0.0/16', false],
  ['198.51.100.0/24', '198.51.100.7', true],
  ['::/0', '198.51.100.7', false],
  ['Office.example.org', 'office.example.org', true],
  ['office.example.org', '198.51.100.7', false],
])('%s covers %s: %s', (word, other, covers) => expect(coversNetwork(word, other)).toBe(covers));

test('private networks', () => {
  expect(isPrivate(parseNetwork('172.20.0.0/16')!)).toBe(true);
  expect(isPrivate(parseNetwork('172.0.0.0/8')!)).toBe(false);
});
