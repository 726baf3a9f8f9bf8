import { isSpace, skipSpace, strip, stripEnd, trimEnd } from '../../src/text/python-space';

/** `[c for c in range(0x110000) if chr(c).isspace()]` in Python 3.11. */
const spaces = [
  ...[9, 10, 11, 12, 13, 28, 29, 30, 31, 32, 133, 160, 5760],
  ...[8192, 8193, 8194, 8195, 8196, 8197, 8198, 8199, 8200, 8201, 8202],
  ...[8232, 8233, 8239, 8287, 12288],
];

test('exactly these code units are white space', () => {
  const found = Array.from({ length: 0x10000 }, (_, code) => code).filter(isSpace);
  expect(found).toEqual(spaces);
});

// text, text.strip(), text.rstrip()
test.each([
  ['', '', ''],
  [' \t\n ', '', ''],
  ['a', 'a', 'a'],
  [' a b ', 'a b', ' a b'],
  ['\x1c\x1da\x1e\x1f', 'a', '\x1c\x1da'],
  ['\x85a\x85', 'a', '\x85a'],
  ['\u00a0a\u3000', 'a', '\u00a0a'],
  ['\ufeffa\ufeff', '\ufeffa\ufeff', '\ufeffa\ufeff'],
  ['\u200ba\u200b', '\u200ba\u200b', '\u200ba\u200b'],
  ['\u180ea\u180e', '\u180ea\u180e', '\u180ea\u180e'],
  ['\0a\0', '\0a\0', '\0a\0'],
  ['\v\fa', 'a', '\v\fa'],
])('%j stripped', (text, stripped, strippedEnd) => {
  expect(strip(text)).toBe(stripped);
  expect(stripEnd(text)).toBe(strippedEnd);
});

test('white space is skipped up to an end', () => {
  expect(skipSpace('a  b', 1)).toBe(3);
  expect(skipSpace('a  b', 1, 2)).toBe(2);
  expect(skipSpace('a  ', 1)).toBe(3);
  expect(skipSpace('ab', 1)).toBe(1);
});

test('white space is trimmed down to a start', () => {
  expect(trimEnd('a  ', 0)).toBe(1);
  expect(trimEnd('a  ', 2)).toBe(2);
  expect(trimEnd('a  b', 0, 3)).toBe(1);
  expect(trimEnd('   ', 0)).toBe(0);
});
