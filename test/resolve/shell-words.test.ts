import { splitShellWords } from '../../src/resolve/shell-words';

// Words as `shlex.split` of Python 3.11 gives them; undefined where it raises.
test.each<readonly [string, readonly string[] | undefined]>([
  ['', []],
  ['  ', []],
  ['_SYSTEMD_UNIT=sshd.service + _COMM=sshd', ['_SYSTEMD_UNIT=sshd.service', '+', '_COMM=sshd']],
  ['a\tb\rc\nd', ['a', 'b', 'c', 'd']],
  ['a\fb\u00a0c', ['a\fb\u00a0c']],
  ['"a b" c', ['a b', 'c']],
  ["'a b'c", ['a bc']],
  ['a"b"\'c\'', ['abc']],
  ['""', ['']],
  ['a "" b', ['a', '', 'b']],
  ['a\\ b', ['a b']],
  ['a\\nb', ['anb']],
  ['"a\\"b\\\\c\\d"', ['a"b\\c\\d']],
  ["'a\\'", ['a\\']],
  ['"it\'s"', ["it's"]],
  ['a # b', ['a', '#', 'b']],
  ['a;b|c&d', ['a;b|c&d']],
  ['"a', undefined],
  ["a'b", undefined],
  ['a\\', undefined],
  ['"a\\', undefined],
  ["it's", undefined],
])('%j', (text, words) => {
  expect(splitShellWords(text)).toEqual(words);
});
