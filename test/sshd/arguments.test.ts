import { splitArguments } from '../../src/sshd/arguments';
import { processorTime } from '../processor-time';

/** As `sshd -T` of OpenSSH 9.2 takes them. */
test.each<[string, readonly string[]]>([
  ['yes', ['yes']],
  ['yes | no', ['yes', '|', 'no']],
  ['"yes"', ['yes']],
  ["'yes' # for now", ['yes']],
  ['y"es"', ['yes']],
  ['yes#x', ['yes#x']],
  ['"a b"\tc', ['a b', 'c']],
  ['a\\ b \\"c \\\\ \\d', ['a b', '"c', '\\', '\\d']],
  ['"a\\ b"', ['a\\ b']],
  ['"a', ['a']],
  ['""', ['']],
  ['# comment', []],
  ['', []],
])('%j', (line, expected) => {
  expect(splitArguments(line).words.map(word => word.text)).toEqual(expected);
});

test('each word has its place, quotes included', () => {
  const { words, isQuoteOpen } = splitArguments('x "a b" c', 2);
  expect(words.map(({ span }) => [span.start, span.end])).toEqual([
    [2, 7],
    [8, 9],
  ]);
  expect(isQuoteOpen).toBe(false);
});

test.each(['"a', "b 'c d", '"a\\"'])('the quote of %j is open', line => {
  expect(splitArguments(line).isQuoteOpen).toBe(true);
});

test('a long line is read in one go', () => {
  const line = `${'" '.repeat(200_000)}${' '.repeat(200_000)}x`;
  const start = processorTime();
  splitArguments(line);
  expect(processorTime() - start).toBeLessThan(5000);
});
