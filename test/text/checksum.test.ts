import fc from 'fast-check';
import { checksum, checksumPrime } from '../../src/text/checksum';

test('is what is left of the bytes as one number', () => {
  expect(checksum(new Uint8Array([1, 0]))).toBe(256);
  expect(checksum(new Uint8Array())).toBe(0);
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), bytes => {
      const whole = BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
      return checksum(bytes) === Number(whole % BigInt(checksumPrime));
    }),
  );
});
