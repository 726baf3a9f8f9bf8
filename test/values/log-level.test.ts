import { wordsOf } from '../../src/knowledge/options';
import { logLevelNumber } from '../../src/values/log-level';

/** As `str2LogLevel` of 1.0.2 has them. */
const numbers = {
  ...{ CRITICAL: 50, FATAL: 50, ERROR: 40, WARNING: 30, WARN: 30, NOTICE: 25, INFO: 20, MSG: 18 },
  ...{ DEBUG: 10, TRACEDEBUG: 7, HEAVYDEBUG: 5, NOTSET: 0 },
};

test('every level that fail2ban knows has its number', () => {
  expect(Object.fromEntries(wordsOf('daemon', 'loglevel').map(word => [word, logLevelNumber(word)]))).toEqual(
    numbers,
  );
});

test.each([
  ['info', 20],
  ['15', 15],
  ['LOUD', undefined],
  ['', undefined],
  ['constructor', undefined],
])('%j is %s', (text, number) => {
  expect(logLevelNumber(text)).toBe(number);
});
