import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stockRegexFailureId } from '../../src/knowledge/stock-regex';

test('a regex of the admin is not known', () => {
  expect(stockRegexFailureId('^login failed for <HOST>$', true)).toBeUndefined();
  expect(stockRegexFailureId('', true)).toBeUndefined();
});

test('hashes are all that is kept of stock regexes', () => {
  const text = readFileSync(join(__dirname, '../../src/knowledge/stock-regexes.ts'), 'utf8');
  const lists = [...text.matchAll(/= \[([^\]]*)\];/g)].map(match => match[1]!.split(', '));
  expect(lists.map(list => list.every(number => /^\d{8,16}$/.test(number)))).toEqual([true, true, true]);
});
