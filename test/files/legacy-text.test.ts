import { decodeLegacy } from '../../src/files/legacy-text';

const bytes = (...parts: readonly (string | number)[]) =>
  parts.map(part => (typeof part === 'number' ? String.fromCharCode(part) : part)).join('');
const utf16 = (text: string, ...order: readonly [number, number]) =>
  Buffer.from(text, 'utf16le').map((_, at, all) => all[at - (at % 2) + order[at % 2]!]!);

test('Latin-1, and what Windows has on top', () => {
  expect(decodeLegacy(bytes('# B', 0xfc, 'ro ', 0x80, ' ', 0x93, 'x', 0x94, '\r\n'))).toBe(
    '# Büro € “x”\r\n',
  );
});

test('UTF-8 among it stays what it is', () => {
  expect(decodeLegacy(bytes('# ', 0xc3, 0xbc, ' ', 0xfc, ' ', 0xe2, 0x82, 0xac))).toBe('# ü ü €');
  expect(decodeLegacy(bytes(0xed, 0xa0, 0x80))).toBe('í\u00a0€');
});

test('UTF-16 by its mark', () => {
  const text = '[DEFAULT]\nbantime = 1h\n# ü 😀\n';
  const latin1 = (content: Uint8Array) => Buffer.from(content).toString('latin1');
  expect(decodeLegacy(`\xff\xfe${latin1(utf16(text, 0, 1))}`)).toBe(text);
  expect(decodeLegacy(`\xfe\xff${latin1(utf16(text, 1, 0))}`)).toBe(text);
});

test.each([
  ['a byte that means nothing', bytes('a', 0x81)],
  ['no text', bytes('a', 0, 0xff)],
  ['UTF-16 that is cut off', bytes(0xff, 0xfe, 'a')],
  ['half a character of UTF-16', bytes(0xff, 0xfe, 0x00, 0xd8)],
])('%s', (_, content) => {
  expect(decodeLegacy(content)).toBeUndefined();
});
