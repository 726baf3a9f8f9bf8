import { splitArguments } from '../../src/sshd/arguments';

/** As `sshd -T` of OpenSSH 9.2 takes them. */
test.each<[string, readonly string[], number]>([
  ['yes', ['yes'], 3],
  ['yes | no', ['yes', '|', 'no'], 8],
  ['"yes"', ['yes'], 5],
  ["'yes' # for now", ['yes'], 5],
  ['y"es"', ['yes'], 5],
  ['yes#x', ['yes#x'], 5],
  ['yes \t\f', ['yes'], 3],
  ['"a b"\tc', ['a b', 'c'], 7],
  ['a\\ b \\"c \\\\ \\d', ['a b', '"c', '\\', '\\d'], 14],
  ['"a\\ b"', ['a\\ b'], 6],
  ['"a', ['a'], 2],
  ['""', [''], 2],
  ['# comment', [], 0],
  ['', [], 0],
])('%j', (line, words, end) => {
  expect(splitArguments(line)).toEqual({ words, end });
});

test('a long line is read in one go', () => {
  const line = `${'" '.repeat(200_000)}${' '.repeat(200_000)}x`;
  const start = performance.now();
  splitArguments(line);
  expect(performance.now() - start).toBeLessThan(5000);
});
