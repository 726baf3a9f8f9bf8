import fc from 'fast-check';
import { parseRegex } from '../../src/regex/parse';
import type { Alternatives, RegexNode, Sequence, Span } from '../../src/regex/tree';

function parsed(text: string) {
  const result = parseRegex(text);
  if (!result.ok) throw new Error(result.error.message);
  return result;
}

const items = (text: string): readonly RegexNode[] => parsed(text).tree.branches[0]!.items;

test('each node stands at its text', () => {
  const text = '^a\\x42.[a-c\\d]*?(?P<n>x|y{2})+(?=z)(?(n)p|q)\\1$';
  const found = items(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
  expect(found).toEqual([
    'position ^',
    'literal a',
    'literal \\x42',
    'any .',
    'repeat [a-c\\d]*?',
    'repeat (?P<n>x|y{2})+',
    'look (?=z)',
    'condition (?(n)p|q)',
    'reference \\1',
    'position $',
  ]);
});

test('repeats know their bounds, their mode and their sign', () => {
  expect(items('ab{2,}+')).toEqual([
    { kind: 'literal', start: 0, end: 1, codePoint: 97 },
    {
      kind: 'repeat',
      start: 1,
      end: 7,
      min: 2,
      max: Number.POSITIVE_INFINITY,
      mode: 'possessive',
      item: { kind: 'literal', start: 1, end: 2, codePoint: 98 },
      quantifier: { start: 2, end: 7 },
    },
  ]);
  expect(items('a{,3}?')).toMatchObject([{ min: 0, max: 3, mode: 'lazy' }]);
});

test('classes list what is in them', () => {
  expect(items('[^]a-f\\S-]')).toEqual([
    {
      kind: 'class',
      start: 0,
      end: 10,
      negated: true,
      items: [
        { kind: 'literal', start: 2, end: 3, codePoint: 93 },
        { kind: 'range', start: 3, end: 6, first: 97, last: 102 },
        { kind: 'category', start: 6, end: 8, category: 'space', negated: true },
        { kind: 'literal', start: 8, end: 9, codePoint: 45 },
      ],
    },
  ]);
});

test('groups know their number, name and flags', () => {
  expect(items('(?i-s:a)(?>b)(?P<n>c)(d)')).toMatchObject([
    { number: null, name: null, atomic: false, on: 'i', off: 's' },
    { number: null, atomic: true },
    { number: 1, name: 'n' },
    { number: 2, name: null },
  ]);
  expect(parsed('(a(?P<n>b))(c)').groups).toMatchObject([
    { number: 1, name: null, start: 0, end: 11 },
    { number: 2, name: 'n', start: 2, end: 10 },
    { number: 3, name: null, start: 11, end: 14 },
  ]);
});

test('characters outside of the basic plane count as one, with two offsets', () => {
  expect(items('😀+\\😀')).toMatchObject([
    { kind: 'repeat', start: 0, end: 3 },
    { kind: 'literal', start: 3, end: 6, codePoint: 0x1f600 },
  ]);
});

const widths: [text: string, min: number, max: number][] = [
  ['', 0, 0],
  ['abc', 3, 3],
  ['a|bcd', 1, 3],
  ['a{2,3}[b-d]\\w.', 5, 6],
  ['(?:ab)*', 0, Number.POSITIVE_INFINITY],
  ['(?:^$\\b)*(?=abc)', 0, 0],
  ['(ab)?\\1', 2, 4],
  ['(a)(?(1)bcd|e)', 2, 4],
  ['(a)(?(1)bcd)', 1, 4],
  ['(?:){5,}', 0, 0],
];
test.each(widths)('%s matches %d to %d characters', (text, min, max) => {
  expect(parsed(text).tree.width).toEqual({ min, max });
});

function children(node: RegexNode): readonly (RegexNode | Alternatives | Sequence)[] {
  if (node.kind === 'group' || node.kind === 'look') return [node.body];
  if (node.kind === 'repeat') return [node.item];
  if (node.kind === 'condition') return node.no === null ? [node.yes] : [node.yes, node.no];
  return [];
}

/** Spans must lie in their parent's and follow one another. */
function checkSpans(inside: Span, nodes: readonly (RegexNode | Alternatives | Sequence)[]): void {
  let from = inside.start;
  for (const node of nodes) {
    expect(node.start).toBeGreaterThanOrEqual(from);
    expect(node.end).toBeGreaterThanOrEqual(node.start);
    expect(node.end).toBeLessThanOrEqual(inside.end);
    from = node.end;
    if ('branches' in node) checkSpans(node, node.branches);
    else if ('width' in node && 'items' in node) checkSpans(node, node.items);
    else if ('kind' in node) checkSpans(node, children(node));
  }
}

test('any text gives a tree or an error inside of the text', () => {
  const piece = fc.constantFrom(
    ...'()|*+?{}[]^$.\\-ab1,:=!<>P#n'.split(''),
    '(?:',
    '(?P<n>',
    '(?(1)',
    '(?<=',
    '\\d',
    '😀',
    '\ud800',
    '\0',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), pieces => {
      const text = pieces.join('');
      const result = parseRegex(text);
      if (result.ok) checkSpans({ start: 0, end: text.length }, [result.tree]);
      else {
        expect(result.error.start).toBeGreaterThanOrEqual(0);
        expect(result.error.end).toBeGreaterThanOrEqual(result.error.start);
        expect(result.error.end).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 2000 },
  );
});
