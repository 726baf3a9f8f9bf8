import fc from 'fast-check';
import { parse } from '../../src/syntax/parse';

const fragments = [
  ...['[', ']', '[a]', '[b]', '[a]b]', '[DEFAULT]', '[INCLUDES]', '=', ':', ' = ', ';', ' ;', '#', ' #'],
  ...['key', 'KEY', 'k 2', 'value', '%(a)s', '<HOST>', '\n', '\r\n', '\r', '\n ', '\n\t', '\n\n', ' ', '\t'],
  ...['\f', '\v', '\x1c', '\x85', '\u00a0', '\u2028', '\ufeff', '\0', 'İ', 'ς', '𝐀', '\ud800'],
];
const dialect = fc.array(fc.constantFrom(...fragments), { maxLength: 40 }).map(parts => parts.join(''));
const anything = fc.string({ unit: 'binary', maxLength: 60 });
const texts = fc.oneof(
  { weight: 3, arbitrary: dialect.map(text => `[s]\n${text}`) },
  { weight: 2, arbitrary: dialect },
  anything,
);

function holds(property: (text: string) => void): void {
  fc.assert(fc.property(texts, property), { numRuns: 500 });
}

test('spans lie in the file, in order, and hold what they say', () => {
  holds(text => {
    const { sections, problems } = parse(text);
    let last = 0;
    const follows = ({ start, end }: { start: number; end: number }) => {
      expect(start).toBeGreaterThanOrEqual(last);
      expect(end).toBeGreaterThanOrEqual(start);
      last = end;
    };
    for (const { name, header, nameSpan, options } of sections) {
      follows(header);
      expect(text.slice(nameSpan.start, nameSpan.end)).toBe(name);
      expect(text.slice(header.start, header.end)).toBe(`[${name}]`);
      for (const { key, keySpan, delimiter, valueLines, value } of options) {
        for (const span of [keySpan, delimiter, ...valueLines]) follows(span);
        expect(text.slice(keySpan.start, keySpan.end).toLowerCase()).toBe(key);
        expect(text.slice(delimiter.start, delimiter.end)).toMatch(/^[=:]$/);
        expect(valueLines.map(({ start, end }) => text.slice(start, end)).join('\n')).toBe(value);
      }
    }
    for (const { span } of problems)
      expect(text.slice(span.start, span.end).length).toBe(span.end - span.start);
    expect(last).toBeLessThanOrEqual(text.length);
  });
});

test('line ends make no difference to what a file says', () => {
  const plain = dialect.filter(text => !text.includes('\r')).map(text => `[s]\n${text}`);
  const saysOf = (text: string) =>
    parse(text).sections.map(({ name, options }) => [name, options.map(({ key, value }) => [key, value])]);
  fc.assert(
    fc.property(plain, fc.constantFrom('\r\n', '\r'), (text, lineEnd) => {
      expect(saysOf(text.replaceAll('\n', lineEnd))).toEqual(saysOf(text));
    }),
  );
});
