import fc from 'fast-check';
import { lineEndLength, lineIndex, nextLineEnd } from '../../src/text/line-index';

// text, its lines as Python reads them with universal newlines; behind a line end at the end stands an empty line
const lines: readonly (readonly [string, readonly string[]])[] = [
  ['', ['']],
  ['a', ['a']],
  ['a\n', ['a', '']],
  ['a\nb', ['a', 'b']],
  ['a\r\nb', ['a', 'b']],
  ['a\rb', ['a', 'b']],
  ['a\n\rb', ['a', '', 'b']],
  ['a\r\r\nb', ['a', '', 'b']],
  ['\r\n\r\n', ['', '', '']],
  ['a\fb\vc\x85d\u2028e\u2029f', ['a\fb\vc\x85d\u2028e\u2029f']],
];

test.each(lines)('%j', (text, expected) => {
  const index = lineIndex(text);
  const spans = Array.from({ length: index.count }, (_, number) => index.line(number + 1));
  expect(spans.map(span => span && text.slice(span.start, span.end))).toEqual(expected);
  expect(index.line(0)).toBeUndefined();
  expect(index.line(index.count + 1)).toBeUndefined();
});

// offset in 'ab\r\nc\rd', line and column
test.each([
  [0, 1, 1],
  [1, 1, 2],
  [2, 1, 3],
  [3, 1, 4],
  [4, 2, 1],
  [5, 2, 2],
  [6, 3, 1],
  [7, 3, 2],
  [99, 3, 2],
])('offset %d is line %d, column %d', (offset, line, column) => {
  expect(lineIndex('ab\r\nc\rd').position(offset)).toEqual({ line, column });
});

test('columns count UTF-16 units', () => {
  expect(lineIndex('\n😀b').position(3)).toEqual({ line: 2, column: 3 });
});

test('a position leads back to its offset', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '\r', '\n', '😀') });
  fc.assert(
    fc.property(text, value => {
      const index = lineIndex(value);
      for (let offset = 0; offset <= value.length; offset++) {
        const { line, column } = index.position(offset);
        expect(index.line(line)!.start + column - 1).toBe(offset);
      }
    }),
    { numRuns: 200 },
  );
});

test('line ends', () => {
  expect(nextLineEnd('ab\rc\n', 0)).toBe(2);
  expect(nextLineEnd('ab\rc\n', 3)).toBe(4);
  expect(nextLineEnd('ab', 0)).toBe(2);
  expect([0, 1, 2].map(at => lineEndLength('\r\n', at))).toEqual([2, 1, 0]);
  expect([0, 1].map(at => lineEndLength('\r', at))).toEqual([1, 0]);
});
