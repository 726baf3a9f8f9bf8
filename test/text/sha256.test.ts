import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { sha256 } from '../../src/text/sha256';

const nodes = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

test.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 1000])('a text of %d bytes', length => {
  expect(sha256('a'.repeat(length))).toBe(nodes('a'.repeat(length)));
});

test.each(['é', '€', '𝄞', '\ud800', 'x\udc00y', '\0'])('%j', text => {
  expect(sha256(text)).toBe(nodes(text));
});

test('any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => {
      expect(sha256(text)).toBe(nodes(text));
    }),
  );
});
