import { isBooleanWord, parseBoolean } from '../../src/values/boolean';

test.each<[string, boolean, boolean]>([
  ['1', true, true],
  ['on', true, true],
  ['True', true, true],
  ['YES', true, true],
  ['0', false, true],
  ['Off', false, true],
  ['false', false, true],
  ['no', false, true],
  ['y', false, false],
  ['2', false, false],
  ['enabled', false, false],
  ['"true"', false, false],
  [' true', false, false],
  ['true # x', false, false],
  ['', false, false],
])('%j: counts as %s, is a word for yes or no: %s', (text, value, word) => {
  expect(parseBoolean(text)).toBe(value);
  expect(isBooleanWord(text)).toBe(word);
});
