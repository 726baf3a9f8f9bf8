import { expandTime } from '../../src/values/time-expansion';

test.each<[string, string]>([
  ['1h30m', '1*3600+30*60'],
  ['1h 30 m', '1*3600+30 *60'],
  ['1d12h', '1*86400+12*3600'],
  ['1mo', '1*2629800.0'],
  ['1 2 3', '1+2 3'],
  ['12 34 56', '12+34+56'],
  ['2hrs30', '2hrs 30'],
  ['h', 'h'],
  [' h', ' *3600'],
  ['(5)h', '(5)h'],
  ['1h_', '1h_'],
  ['1h²', '1h²'],
  ['٣h٣', '٣*3600+٣'],
  ['5mı', '5*60'],
  ['1\u00a0\r\n2', '1+2'],
  ['(1\r\n+\r2)', '(1\n+\n2)'],
  ['"5m"', '"5*60"'],
])('%j becomes %j', (text, source) => {
  expect(expandTime(text).source).toBe(source);
});

test.each<[string, string, string]>([
  ['1h 30 x', 'x', 'x'],
  ['1h30m', '*3600', 'h'],
  ['1h30m', '3600+30', 'h30'],
  ['1d\r\n 12h', '+', '\r\n '],
  ['(1\r\n+ 2)', '\n+', '\r\n+'],
])('in %j, %j comes from %j', (text, part, expected) => {
  const { source, original } = expandTime(text);
  const at = source.indexOf(part);
  const { start, end } = original(at, at + part.length);
  expect(text.slice(start, end)).toBe(expected);
});

test('behind the last character nothing is left', () => {
  expect(expandTime('1h').original(6, 6)).toEqual({ start: 2, end: 2 });
});
