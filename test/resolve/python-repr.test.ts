import { pythonRepr } from '../../src/resolve/python-repr';

// As `repr` of Python 3.11 writes them.
test.each([
  ['', "''"],
  ['plain', "'plain'"],
  ["it's", '"it\'s"'],
  ['say "so"', '\'say "so"\''],
  ['it\'s "so"', "'it\\'s \"so\"'"],
  ['\\d+\\', "'\\\\d+\\\\'"],
  ['a\nb\rc\td', "'a\\nb\\rc\\td'"],
  ['\0\x07\x1b\x1f\x7f', "'\\x00\\x07\\x1b\\x1f\\x7f'"],
  ['\x80\x85\x9f\xa0\xad', "'\\x80\\x85\\x9f\\xa0\\xad'"],
  ['ümläut 日本 😀', "'ümläut 日本 😀'"],
  ['\u200b\u2028\u3000\ufeff', "'\\u200b\\u2028\\u3000\\ufeff'"],
  ['\ue000\u{f0000}\u{10ffff}', "'\\ue000\\U000f0000\\U0010ffff'"],
  ['\u0378\u{e0001}', "'\\u0378\\U000e0001'"],
  ['e\u0301', "'e\u0301'"],
])('%j', (text, shown) => {
  expect(pythonRepr(text)).toBe(shown);
});
