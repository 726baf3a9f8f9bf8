import fc from 'fast-check';
import { addEntry, type CountedEntry, readBaseline, writeBaseline } from '../../src/config/baseline-file';

const entry = fc.record({
  file: fc.string(),
  section: fc.string(),
  option: fc.string(),
  element: fc.string(),
  jail: fc.string(),
  rule: fc.string(),
  value: fc.option(fc.string(), { nil: undefined }),
});

test('what is written is read, and the order of findings makes no difference', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(entry, fc.integer({ min: 1, max: 5 })), { maxLength: 8 }), entries => {
      const [content, reversed] = [new Map<string, CountedEntry>(), new Map<string, CountedEntry>()];
      for (const [each, count] of entries) addEntry(content, each, count);
      for (const [each, count] of [...entries].reverse()) addEntry(reversed, each, count);
      const text = writeBaseline(content);
      expect(writeBaseline(reversed)).toBe(text);
      const reading = readBaseline(text);
      if (reading.kind === 'fault') throw new Error(reading.message);
      expect(writeBaseline(reading.value)).toBe(text);
      expect(text.split('\n')).toHaveLength(content.size === 0 ? 5 : content.size + 6);
    }),
    { numRuns: 300 },
  );
});

test('any text is read or refused', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), text => {
      expect(['value', 'fault']).toContain(readBaseline(text).kind);
    }),
  );
});
