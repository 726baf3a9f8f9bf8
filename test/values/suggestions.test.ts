import { suggestBoolean } from '../../src/values/boolean';
import { findInlineComment } from '../../src/values/inline-comment';
import { suggestInteger } from '../../src/values/integer';
import { findNumberFault } from '../../src/values/number-fault';
import { unquote } from '../../src/values/quotes';
import { suggestTime } from '../../src/values/suggest-time';
import { parseTime } from '../../src/values/time';
import { findTimeFault } from '../../src/values/time-fault';
import { processorTime } from '../processor-time';

test.each([
  ['ture', 'true'],
  ['"true"', 'true'],
  ['“Yes”', 'yes'],
  ['flase', 'false'],
  ['yes.', 'yes'],
  ['y', 'true'],
  ['Disabled', 'false'],
  ['true# web', 'true'],
  ['maybe', undefined],
  ['2', undefined],
  ['', undefined],
])('%j: meant %j', (text, meant) => {
  expect(suggestBoolean(text)).toBe(meant);
});

test.each([
  ['"5"', '5'],
  ['5x', '5'],
  ['5# five', '5'],
  ['5.0', undefined],
  ['five', undefined],
  ['-', undefined],
  ['', undefined],
])('%j: the number %j', (text, meant) => {
  expect(suggestInteger(text)).toBe(meant);
});

test.each([
  ['2hrs', '2h'],
  ['30 mins', '30 m'],
  ['1hr 30mins', '1h 30m'],
  ['one week', '1 week'],
  ['1,5h', '1.5h'],
  ['1 hour, 30 minutes', '1 hour 30 minutes'],
  ['1 hour and 30 minutes', '1 hour 30 minutes'],
  ['5j', '5d'],
  ['"10m"', '10m'],
  ["'2hrs'", '2h'],
  ['Forever', '-1'],
  ['5 apples', undefined],
  ['soon', undefined],
  ['', undefined],
  ['((((', undefined],
])('%j: the time %j', (text, meant) => {
  expect(suggestTime(text)).toBe(meant);
  if (meant !== undefined) expect(parseTime(meant).kind).toBe('seconds');
});

test('a long text takes no time', () => {
  const started = processorTime();
  for (const part of ['x ', '1,', '"', 'hrs ', '1hrs ', ' and ', '# ']) {
    const text = part.repeat(20_000);
    suggestTime(text);
    suggestBoolean(text);
    suggestInteger(text);
    findInlineComment(text);
    findTimeFault('bantime', text);
  }
  expect(processorTime() - started).toBeLessThan(3000);
});

test.each([
  ['"a"', 'a'],
  [' “ a ” ', 'a'],
  ["it's", "it's"],
  ['"', ''],
])('%j without quotes is %j', (text, plain) => {
  expect(unquote(text)).toBe(plain);
});

test.each([
  ['a # b', 2, 5],
  ['a\t#', 2, 3],
  ['#', 0, 1],
  ['a#b #c', 4, 6],
  ['a\n# b\nc', 2, 5],
  ['a #b\nc # d', 2, 4],
])('%j: a comment from %d to %d', (value, start, end) => {
  expect(findInlineComment(value)).toEqual({ start, end });
});

test.each(['', 'a', 'a#b', 'a#', 'a;b ; c'])('%j: no comment', value => {
  expect(findInlineComment(value)).toBeUndefined();
});

test.each([
  ['bantime', '1,5h', 'refused'],
  ['bantime', '"600"', 'works'],
  ['bantime', '"1h"', 'refused'],
  ['bantime', 'None', 'refused'],
  ['bantime', 'True', 'works'],
  ['bantime', '', 'refused'],
  ['findtime', '5j', 'blind'],
  ['findtime', 'None', 'blind'],
  ['findtime', 'True', 'works'],
  ['findtime', '', 'refused'],
  ['bantime.maxtime', '5j', 'growth'],
  ['bantime.maxtime', '5x', 'refused'],
  ['bantime.rndtime', "'5m'", 'growth'],
  ['dbpurgeage', 'None', 'purge'],
  ['dbpurgeage', '', 'refused'],
  ['bantime', 'max(5, 3)', 'works'],
])('%s = %j: %s, as measured', (option, text, effect) => {
  expect(findTimeFault(option, text)?.effect).toBe(effect);
});

test.each([
  ['bantime.maxtime', ''],
  ['bantime.rndtime', 'None'],
  ['bantime', '1h # and a bit'],
  ['findtime', '-1'],
])('%s = %j is no fault', (option, text) => {
  expect(findTimeFault(option, text)).toBeUndefined();
});

test.each([
  ['maxretry', 'x', 'refused'],
  ['maxlines', 'x', 'dropped'],
  ['maxlines', '0', 'refused'],
  ['stacksize', '31', 'refused'],
  ['stacksize', '-32', 'refused'],
  ['bantime.multipliers', '1  2', 'refused'],
  ['bantime.multipliers', '1\n2 x', 'refused'],
])('%s = %j is %s', (option, text, effect) => {
  expect(findNumberFault(option, text)?.effect).toBe(effect);
});

test.each([
  ['maxretry', '-1'],
  ['maxlines', '1'],
  ['stacksize', '0'],
  ['stacksize', '32'],
  ['bantime.multipliers', '1 -2 +3'],
  ['bantime.multipliers', ''],
])('%s = %j is a number', (option, text) => {
  expect(findNumberFault(option, text)).toBeUndefined();
});
