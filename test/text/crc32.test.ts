import { crc32 as ofZlib } from 'node:zlib';
import fc from 'fast-check';
import { crc32 } from '../../src/text/crc32';

test('the check value of the standard', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
});

test('any bytes, as zlib has it', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), bytes => crc32(bytes) === ofZlib(bytes)));
});
