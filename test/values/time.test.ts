import fc from 'fast-check';
import { parseTime } from '../../src/values/time';
import { processorTime } from '../processor-time';

/** Expected values are what fail2ban 1.0.2 gives with Python 3.11. */
describe('numbers', () => {
  test.each<[string, number]>([
    ['600', 600],
    ['1h30m', 5400],
    ['1 hour 30 minutes', 5400],
    ['1d-1h', 82800],
    ['1h-30', 3570],
    ['-1', -1],
    ['2h30', 7230],
    ['5m5', 305],
    ['2*3h', 21600],
    ['1M', 60],
    ['1 000', 1],
    ['1_000', 1000],
    ['60 60', 120],
    ['60*60', 3600],
    ['1hour and 30min', 1800],
    ['1d # x', 86400],
    ['1h\n30m', 5400],
    ['  1h', 3600],
    ['5wee\u212a', 3024000],
    ['7//-2', -4],
    ['5%-3', -1],
    ['-2**2', -4],
    ['2**3**2', 512],
    ['1<<3|5&6^1', 13],
    ['~5', -6],
    ['-True', -1],
    ['5 if 1 > 2 else 7', 7],
    ['1 or forever', 1],
    ['0xff', 255],
    ['0x_10', 16],
    ['1if 1else 2', 1],
    ['(1h)', 3600],
  ])('%j is %d, a whole number', (text, seconds) => {
    expect(parseTime(text)).toEqual({ kind: 'seconds', seconds, integer: true });
  });

  test.each<[string, number]>([
    ['1.5h', 5400],
    ['.5h', 1800],
    ['1y6mo', 47336400],
    ['1h/2', 1800],
    ['1e+3', 1000],
    ['010.5', 10.5],
    ['5.%-3', -1],
    ['-5.%3', 1],
    ['-5.//3', -2],
    ['2**-1', 0.5],
    ['10**400/10**399', 10],
    ['(2**70+1)/3', 393530540239137100000],
  ])('%j is %d, a decimal number', (text, seconds) => {
    expect(parseTime(text)).toEqual({ kind: 'seconds', seconds, integer: false });
  });

  test('a whole number beyond 2^53 is rounded to the nearest', () => {
    expect(parseTime('2**53+1')).toEqual({ kind: 'seconds', seconds: 2 ** 53, integer: true });
  });
});

test.each<[string, string]>([
  ['1h, 30m', 'tuple'],
  ['1,5h', 'tuple'],
  ['()', 'tuple'],
  ['5j', 'complex'],
  ['(-8)**.5', 'complex'],
  ['None', 'none'],
  ['True', 'boolean'],
  ['1h < 2h', 'boolean'],
  ['"1h"', 'text'],
  ['b"1h"', 'bytes'],
  ['[1h]', 'list'],
  ['{1h}', 'set'],
  ['{}', 'dict'],
  ['...', 'ellipsis'],
  ['1e+999', 'not finite'],
  ['10**400', 'not finite'],
  ['max', 'python'],
  ['max(1h, 2h)', 'python'],
  ['__import__("os").system("reboot")', 'python'],
  ['[x for x in (1, 2)]', 'python'],
  ['lambda: 5', 'python'],
  ['(x := 5)', 'python'],
  ['f"{5}"', 'python'],
  ['"5" * 2', 'python'],
])('%j comes to no number: %s', (text, what) => {
  expect(parseTime(text)).toEqual({ kind: 'odd', what });
});

test.each<[string, string, string]>([
  ['forever', 'forever', 'is no unit of time'],
  ['2hrs', 'hrs', 'is no unit of time'],
  ['2HRS30', 'HRS', 'is no unit of time'],
  ['10 hours and 5 mins', 'mins', 'is no unit of time'],
  ['5 apples', 'apples', 'is no unit of time'],
  ['1h + int(never)', 'never', 'is no unit of time'],
  ['1h import', 'import', 'is no unit of time'],
  ['{{ bantime }}', 'bantime', 'is no unit of time'],
  ['h', 'h', 'needs a number directly before it'],
  ['1h 010', '010', 'must not start with a zero'],
  ['1h 1e3', '1e3', 'is no number fail2ban can read'],
  ['0x10', '0x10', 'is no number fail2ban can read'],
  ['1 2 3', '3', 'has no place here'],
  ['1h;30m', ';', 'has no place here'],
  ['1h $x', '$', 'the character "$"'],
  ['1h\u00a0+ 5', '\u00a0', 'is no unit of time'],
  ['1d +', '+', 'something is missing after "+"'],
  ['(1d', '(', 'has no partner'],
  ['[1d)', ')', 'has no partner'],
  ['1h\n + 2', ' ', 'one line'],
  ['1h\n+ 2', '+', 'one line'],
  ['1h / 0', '/', 'division by zero'],
  ['1h << -1', '<<', 'negative'],
  ['1h(30m)', '30m', "can't be calculated"],
  ['None + 1', '+', "can't be calculated"],
  ['"1h', '"1h', 'not complete'],
  ['9**9**9', '**', 'too large'],
  ['1 << 99999', '<<', 'too large'],
  ['9'.repeat(4301), '9'.repeat(4301), 'too large'],
  ['# x', '# x', 'no time given'],
  ['', '', 'no time given'],
  [' \n', ' \n', 'no time given'],
  ['5\0', '5\0', 'a character'],
])('%j is refused for %j', (text, part, reason) => {
  const time = parseTime(text);
  expect(time).toEqual({
    kind: 'refused',
    reason: expect.stringContaining(reason),
    start: expect.any(Number),
    end: expect.any(Number),
  });
  if (time.kind === 'refused') expect(text.slice(time.start, time.end)).toBe(part);
});

describe('no text does harm', () => {
  test('any text is answered, with a span inside it', () => {
    const alphabet = [
      ...'0159hmdxje .,_+-*/%()[]{}"\'\\\n#<=>&|^~',
      'ſ',
      '٣',
      '😀',
      '\ud800',
      ' if ',
      ' else ',
      ' not ',
      ' in ',
      'None',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...alphabet), { maxLength: 30 }), parts => {
        const text = parts.join('');
        const time = parseTime(text);
        if (time.kind !== 'refused') return;
        expect(time.start).toBeGreaterThanOrEqual(0);
        expect(time.end).toBeGreaterThanOrEqual(time.start);
        expect(time.end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2000, seed: 3 },
    );
  });

  const many = 10_000;
  test.each<[string, string, string]>([
    ['brackets', `${'('.repeat(many)}1${')'.repeat(many)}`, 'refused'],
    ['brackets Python takes', `${'('.repeat(200)}1${')'.repeat(200)}`, 'seconds'],
    ['signs', `${'-'.repeat(many)}1`, 'refused'],
    ['powers', Array(many).fill('1').join('**'), 'refused'],
    ['negations', `${'not '.repeat(many)}1`, 'refused'],
    ['choices', `${'1 if 1 else '.repeat(many)}1`, 'refused'],
    ['functions', `${'lambda: '.repeat(many)}1`, 'refused'],
    ['sums', Array(many).fill('1h').join('+'), 'refused'],
    ['calls', `max${'()'.repeat(many)}`, 'refused'],
    ['comparisons', Array(many).fill('1').join('<='), 'odd'],
    ['conjunctions', Array(many).fill('1').join(' and '), 'seconds'],
    ['commas', '1,'.repeat(many), 'odd'],
    ['nested sets', '{(5,'.repeat(90) + ')}'.repeat(90), 'odd'],
    ['blanks', `1${' '.repeat(many * 10)}h`, 'seconds'],
    ['words', 'h1 '.repeat(many * 10), 'refused'],
    ['digits', '1 '.repeat(many * 10), 'refused'],
    ['underscores', `1${'_1'.repeat(many * 10)}`, 'refused'],
    ['products', Array(2900).fill('9**9').join('*'), 'refused'],
    ['quotes', '"'.repeat(many * 6), 'odd'],
  ])('%s in great number', (_, text, kind) => {
    const start = processorTime();
    expect(parseTime(text).kind).toBe(kind);
    expect(processorTime() - start).toBeLessThan(2000);
  });
});
