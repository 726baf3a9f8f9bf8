import fc from 'fast-check';
import { parse } from '../../src/syntax/parse';
import { print } from '../../src/syntax/print';

/** Pieces that mean something to the dialect, so that most texts made of them have sections, options and faults. */
const fragments = [
  '[a]',
  '[DEFAULT]',
  '[INCLUDES]',
  '[x]]y]',
  '[',
  ']',
  'key = value',
  'Key: other',
  ' = ',
  ':',
  '\n',
  '\r\n',
  '\r',
  '\n\n',
  '  ',
  '\t',
  '\u00a0',
  '\u2028',
  '\u0085',
  '\f',
  '# note',
  '; note',
  ' ; note',
  '\ufeff',
  '\0',
  'é',
  '😀',
  '\ud800',
];
const dialect = fc.array(fc.constantFrom(...fragments), { maxLength: 40 }).map(parts => parts.join(''));
const anyText = fc.oneof(dialect, fc.string({ unit: 'binary' }));

test('what is printed is what was parsed', () => {
  fc.assert(
    fc.property(anyText, text => {
      expect(print(parse(text))).toBe(text);
    }),
    { numRuns: 3000, seed: 1 },
  );
});

test('lines follow each other without a gap, and every span lies in the file', () => {
  fc.assert(
    fc.property(anyText, text => {
      const { lines, sections, problems } = parse(text);
      let end = 0;
      for (const line of lines) {
        expect(line.start).toBe(end);
        expect(line.contentStart).toBeGreaterThanOrEqual(line.start);
        expect(line.contentEnd).toBeLessThanOrEqual(line.end);
        end = line.end;
      }
      expect(end).toBe(text.length);
      const options = sections.flatMap(section => section.options);
      const spans = [
        ...problems.map(problem => problem.span),
        ...sections.flatMap(({ header, nameSpan }) => [header, nameSpan]),
        ...options.flatMap(({ keySpan, delimiter, valueLines }) => [keySpan, delimiter, ...valueLines]),
      ];
      for (const span of spans) {
        expect(span.start).toBeLessThanOrEqual(span.end);
        expect(span.end).toBeLessThanOrEqual(text.length);
      }
      for (const { key, keySpan } of options) {
        expect(text.slice(keySpan.start, keySpan.end).toLowerCase()).toBe(key);
      }
    }),
    { numRuns: 3000, seed: 2 },
  );
});
