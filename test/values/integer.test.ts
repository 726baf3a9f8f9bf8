import { parseExactInteger, parseInteger } from '../../src/values/integer';

test.each<[string, number]>([
  ['5', 5],
  ['-1', -1],
  ['+10', 10],
  [' \t5\n', 5],
  ['\u00a05\u3000', 5],
  ['007', 7],
  ['1_000', 1000],
  ['٥', 5],
  ['-１２', -12],
  ['𝟗𝟘', 90],
])('%j is %d', (text, value) => {
  expect(parseInteger(text)).toBe(value);
});

test.each([
  '',
  ' ',
  '-',
  '+-5',
  '- 5',
  '5m',
  '5.0',
  '1e3',
  '0x10',
  '1__0',
  '_1',
  '1_',
  '\x1c5',
  '\ufeff5',
  '²',
  '−5',
  '5\0',
])('%j is no whole number', text => {
  expect(parseInteger(text)).toBeUndefined();
});

test('large numbers are exact as bigint, to 4,300 digits', () => {
  expect(parseExactInteger('-9007199254740993')).toBe(-9007199254740993n);
  expect(parseInteger('9'.repeat(4300))).toBe(Infinity);
  expect(parseExactInteger('9'.repeat(4301))).toBeUndefined();
  expect(parseExactInteger(`${'1_'.repeat(100000)}x`)).toBeUndefined();
});
