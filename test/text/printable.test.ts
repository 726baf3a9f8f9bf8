import { excerpt, quote } from '../../src/text/excerpt';
import { printable } from '../../src/text/printable';

test.each([
  ['plain text, ümläut, 日本, 😀', 'plain text, ümläut, 日本, 😀'],
  ['a\nb\rc\td', 'a\\nb\\rc\\td'],
  ['\x1b[2J', '\\u{1b}[2J'],
  ['\0\x7f\x9b', '\\u{0}\\u{7f}\\u{9b}'],
  ['\u202eabc\u2066', '\\u{202e}abc\\u{2066}'],
  ['\u200b\ufeff\u2028\u2029', '\\u{200b}\\u{feff}\\u{2028}\\u{2029}'],
  ['\ud800', '\\u{d800}'],
  ['\u{e0041}', '\\u{e0041}'],
])('%j is printed as %j', (text, shown) => {
  expect(printable(text)).toBe(shown);
});

test('a long text is cut, but not within a character', () => {
  expect(excerpt('a'.repeat(60))).toBe('a'.repeat(60));
  expect(excerpt('a'.repeat(61))).toBe(`${'a'.repeat(60)}…`);
  expect(excerpt(`${'a'.repeat(59)}😀b`)).toBe(`${'a'.repeat(59)}…`);
  expect(excerpt(`${'a'.repeat(59)}\nb`)).toBe(`${'a'.repeat(59)}\\n…`);
});

test('a text that brings its own quotes gets no others', () => {
  expect(quote('1 h')).toBe('"1 h"');
  expect(quote('"1 h"')).toBe('"1 h"');
  expect(quote('"')).toBe('"""');
});
