import fc from 'fast-check';
import { wrap } from '../../src/report/wrap';

test.each([
  ['one two three', 8, '', 'one two\nthree'],
  ['one two three', 7, '', 'one two\nthree'],
  ['one two three', 6, '', 'one\ntwo\nthree'],
  ['one two', 8, '  ', '  one\n  two'],
  ['one\ntwo   three', 80, '  ', '  one two three'],
  ['one\n\ntwo', 80, '', 'one\n\ntwo'],
  ['one \n\ntwo', 80, '', 'one\n\ntwo'],
  ['one\n  \n\ntwo\n', 80, '', 'one\n\ntwo'],
  ['unbreakable', 4, '', 'unbreakable'],
])('%j to %d columns', (text, width, indent, wrapped) => {
  expect(wrap(text, width, indent)).toBe(wrapped);
});

test('keeps every word, and no line is too long unless it is one word', () => {
  const prose = fc
    .array(fc.stringMatching(/^[a-z`.]{1,12}$/), { minLength: 1 })
    .map(words => words.join(' '));
  fc.assert(
    fc.property(prose, fc.integer({ min: 4, max: 30 }), (text, width) => {
      const lines = wrap(text, width, '  ').split('\n');
      expect(lines.map(line => line.trim()).join(' ')).toBe(text);
      for (const line of lines) expect(line.length <= width || !line.trim().includes(' ')).toBe(true);
    }),
  );
});
