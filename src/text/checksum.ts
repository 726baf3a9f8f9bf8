/** The largest prime below 2^45: what is left of a division by it, with one more byte behind, is still an exact number. */
export const checksumPrime = 2 ** 45 - 55;

/** What is left of bytes, read as one large number, when that is divided by `checksumPrime`: a change made by accident has another one. */
export function checksum(bytes: Uint8Array): number {
  let rest = 0;
  for (const byte of bytes) rest = (rest * 256 + byte) % checksumPrime;
  return rest;
}
