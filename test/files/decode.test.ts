import fc from 'fast-check';
import { decode } from '../../src/files/decode';

function bytes(...parts: readonly (string | readonly number[])[]): Buffer {
  return Buffer.concat(parts.map(part => Buffer.from(part as string)));
}

test.each([
  ['nothing', '', ''],
  ['ASCII', '[a]\nk = v\r\n', '[a]\nk = v\r\n'],
  ['two, three and four bytes', 'é€😀', 'é€😀'],
  ['a byte order mark', '\ufeff[a]', '\ufeff[a]'],
  ['a NUL and other control characters', 'a\0\x1b\x7f', 'a\0\x1b\x7f'],
  ['the last code point and what is none', '\u{10ffff}\uffff\ufffd', '\u{10ffff}\uffff\ufffd'],
])('%s is text', (_, text, expected) => {
  expect(decode(Buffer.from(text))).toEqual({ kind: 'text', text: expected });
});

test('whatever Node encodes is decoded to the same text', () => {
  const text = fc.string({ unit: 'binary' }).filter(each => each.isWellFormed());
  fc.assert(
    fc.property(text, each => expect(decode(Buffer.from(each))).toEqual({ kind: 'text', text: each })),
  );
});

// bytes behind 'é\n€', the first bad one, and its column in UTF-16 units (from UnicodeDecodeError.start of Python 3.11)
test.each([
  ['Latin-1', [0xfc, 0x72], 0xfc, 2],
  ['a continuation byte alone', [0x80], 0x80, 2],
  ['cut short by a letter', [0x61, 0xe2, 0x82, 0x61], 0xe2, 3],
  ['cut short by the end', [0xf0, 0x9f, 0x98], 0xf0, 2],
  ['longer than needed', [0xc0, 0x80], 0xc0, 2],
  ['three bytes longer than needed', [0xe0, 0x80, 0x80], 0xe0, 2],
  ['a surrogate', [0xed, 0xa0, 0x80], 0xed, 2],
  ['beyond U+10FFFF', [0xf4, 0x90, 0x80, 0x80], 0xf4, 2],
  ['five bytes', [0xf8, 0x88, 0x80, 0x80, 0x80], 0xf8, 2],
  ['behind four bytes', [0xf0, 0x9f, 0x98, 0x80, 0xff], 0xff, 4],
])('%s is found', (_, bad, byte, column) => {
  expect(decode(bytes('é\n€', bad))).toMatchObject({ kind: 'undecodable', byte, line: 2, column });
});

/** Python reads 8192 bytes at a time: `head` is what it has read as lines before it meets the bad byte. */
const chunk = 8192;
const filled = (length: number) => `#${'x'.repeat(length - 2)}\n`;

test.each([
  ['in the first chunk', bytes('[a]\n[a]\n', [0xff]), ''],
  ['as the last byte of the first chunk', bytes(filled(8), 'y'.repeat(chunk - 9), [0xff]), ''],
  [
    'at the start of the second chunk',
    bytes('[a]\n', filled(chunk - 4), [0xff]),
    `[a]\n${filled(chunk - 4)}`,
  ],
  ['in the second chunk, behind a line cut in two', bytes(filled(8), 'y'.repeat(chunk), [0xff]), filled(8)],
  ['behind a line that ends in the second chunk', bytes(filled(8), filled(chunk), [0xff]), filled(8)],
  [
    'begun in the first chunk, found bad in the second',
    bytes(filled(chunk - 1), [0xe2, 0x28]),
    filled(chunk - 1),
  ],
  ['begun and found bad in the first chunk', bytes(filled(chunk - 2), [0xe2, 0x28]), ''],
  [
    'behind a carriage return at the end of a chunk',
    bytes(filled(8), 'y'.repeat(chunk - 9), '\r\n', [0xff]),
    filled(8),
  ],
  ['cut off by the end of the file', bytes('[a]\n[a]\nk = ', [0xc3]), '[a]\n[a]\n'],
  ['cut off by the end, far from a chunk', bytes('[a]\r[a]\rk', [0xf0, 0x9f]), '[a]\r[a]\r'],
])('the lines read before a byte %s', (_, file, head) => {
  expect(decode(file)).toMatchObject({ kind: 'undecodable', head });
});
