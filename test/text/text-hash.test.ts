import { textHash } from '../../src/text/text-hash';

test('texts that differ in little have different hashes', () => {
  const texts = new Set<string>();
  for (let first = 0; first < 300; first++) {
    for (let second = 0; second < 300; second++) {
      texts.add(`${String.fromCharCode(first)}bantime${String.fromCharCode(second)}`);
    }
  }
  expect(new Set([...texts].map(textHash)).size).toBe(texts.size);
});

test('the empty text has one too', () => {
  expect(textHash('')).toMatch(/^[0-9a-z]+$/);
});
