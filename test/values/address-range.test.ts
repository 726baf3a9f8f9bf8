import { networksOfRange } from '../../src/values/address-range';

test.each([
  ['10.20.30.1-10.20.30.4', ['10.20.30.1', '10.20.30.2/31', '10.20.30.4']],
  ['192.168.1.0-192.168.1.255', ['192.168.1.0/24']],
  ['10.0.0.1-10.0.0.1', ['10.0.0.1']],
  ['10.0.0.8-15', ['10.0.0.8/29']],
  ['0.0.0.0-255.255.255.255', ['0.0.0.0/0']],
  ['255.255.255.254-255.255.255.255', ['255.255.255.254/31']],
])('%s', (range, networks) => {
  expect(networksOfRange(range)).toEqual(networks);
});

test.each([
  '10.0.0.9-10.0.0.1',
  '10.0.0.1-',
  '10.0.0.1-300',
  '10.0.0.1',
  '10.0.0.1-10.0.0.5-10.0.0.9',
  'a-b',
  '::1-::5',
  // two networks for nearly every bit
  '10.0.0.1-10.255.255.254',
])('%s is none, or takes too many networks', range => {
  expect(networksOfRange(range)).toBeUndefined();
});
