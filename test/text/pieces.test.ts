import { type Piece, piecesBetween, piecesOf } from '../../src/text/pieces';
import { concatenate, madeText, replaceAll, sliceText, type Text } from '../../src/text/text';

/** A text that stands in a file from `start` on, line by line. */
function written(file: string, start: number, ...lines: readonly string[]): Text {
  let at = start;
  const spans = lines.map(line => {
    const span = { start: at, end: at + line.length };
    at = span.end + 3;
    return span;
  });
  return { value: lines.join('\n'), origin: { kind: 'lines', file, lines: spans } };
}

function shown(pieces: readonly Piece[]): readonly string[] {
  return pieces.map(({ at, length, file, start, end }) => `${at}+${length} ${file} ${start}-${end}`);
}

const one = written('f', 10, 'abcd');
const folded = written('f', 10, 'ab', '', 'cd');

test('a text made by fail2ban stands nowhere', () => {
  expect(piecesOf(madeText('600'))).toEqual([]);
});

test('each line of a folded value stands for itself', () => {
  expect(shown(piecesOf(folded))).toEqual(['0+2 f 10-12', '3+0 f 15-15', '4+2 f 18-20']);
});

test('a slice is cut out of the pieces it touches', () => {
  const slice = sliceText(folded, 1, 5);
  expect(slice.value).toBe('b\n\nc');
  expect(shown(piecesOf(slice))).toEqual(['0+1 f 11-12', '3+1 f 18-19']);
});

test('the slice that is all of a text is that text', () => {
  expect(sliceText(one, 0)).toBe(one);
  expect(sliceText(one, 0, 4)).toBe(one);
});

test('parts stand one after another', () => {
  const text = concatenate([
    { text: one, start: 0, end: 1 },
    { text: madeText('--'), start: 0, end: 2 },
    { text: written('g', 0, 'xyz'), start: 1, end: 3 },
  ]);
  expect(text.value).toBe('a--yz');
  expect(shown(piecesOf(text))).toEqual(['0+1 f 10-11', '3+2 g 1-3']);
});

test('other characters stand for a part as a whole', () => {
  const text = concatenate([
    { text: one, start: 1, end: 3, as: '%' },
    { text: one, start: 3, end: 4 },
  ]);
  expect(text.value).toBe('%d');
  expect(shown(piecesOf(text))).toEqual(['0+1 f 11-13', '1+1 f 13-14']);
  expect(shown(piecesBetween(text, 0, 1))).toEqual(['0+1 f 11-13']);
});

test('every occurrence is replaced, with the places of both', () => {
  const text = replaceAll(written('f', 0, '<x>-<x>'), '<x>', written('g', 5, '$&'));
  expect(text.value).toBe('$&-$&');
  expect(shown(piecesOf(text))).toEqual(['0+2 g 5-7', '2+1 f 3-4', '3+2 g 5-7']);
});

test('what is replaced by nothing leaves nothing', () => {
  const text = replaceAll(written('f', 0, 'a<x>b'), '<x>', madeText(''));
  expect(text.value).toBe('ab');
  expect(shown(piecesOf(text))).toEqual(['0+1 f 0-1', '1+1 f 4-5']);
});

test('a text put together in 1000 steps still tells its places', () => {
  let text: Text = written('f', 0, 'a');
  for (let step = 0; step < 1000; step++) text = replaceAll(text, 'a', written('g', step, 'a'));
  expect(shown(piecesOf(text))).toEqual(['0+1 g 999-1000']);
});

const glued = concatenate([
  { text: folded, start: 0, end: 6 },
  { text: madeText('--'), start: 0, end: 2 },
  { text: one, start: 1, end: 3, as: '%' },
  { text: written('g', 0, '', '', 'xyz', ''), start: 0, end: 6 },
]);

test.each([
  ['with empty lines', written('f', 0, '', 'ab', '', '', 'c', ''), 6],
  ['put together', glued, 4],
])('the pieces between any two offsets of a text %s are those it has there', (_, text, count) => {
  const all = piecesOf(text);
  expect(all).toHaveLength(count);
  for (let start = 0; start <= text.value.length + 1; start++) {
    for (let end = start; end <= text.value.length + 1; end++) {
      const there = all.filter(({ at, length }) => Math.max(at, start) < Math.min(at + length, end));
      const found = piecesBetween(text, start, end);
      expect(found.map(({ file }) => file)).toEqual(there.map(({ file }) => file));
      for (const { at, length } of found) {
        expect(at).toBeGreaterThanOrEqual(start);
        expect(at + length).toBeLessThanOrEqual(end);
      }
    }
  }
});
