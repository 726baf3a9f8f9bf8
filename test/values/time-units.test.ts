import { suggestUnit, unitSeconds } from '../../src/values/time-units';

test.each<[string, string]>([
  ['s', '1'],
  ['Minutes', '60'],
  ['hou', '3600'],
  ['da', '86400'],
  ['wee\u212a', '604800'],
  ['mo', '2629800.0'],
  ['YEA', '31557600.0'],
])('%s is %s seconds', (word, seconds) => {
  expect(unitSeconds(word)).toBe(seconds);
});

test.each(['', 'hr', 'mins', 'x', 'minu', 'ms'])('%j is no unit', word => {
  expect(unitSeconds(word)).toBeUndefined();
});

test.each<[string, string | undefined]>([
  ['hrs', 'h'],
  ['hr', 'h'],
  ['mins', 'm'],
  ['j', 'd'],
  ['secs', 's'],
  ['WKS', 'w'],
  ['yrs', 'y'],
  ['Stunden', 'h'],
  ['Monate', 'mo'],
  ['años', 'y'],
  ['mintues', 'm'],
  ['hourss', 'h'],
  ['weak', 'w'],
  ['mounth', 'mo'],
  ['days', 'd'],
  ['forever', undefined],
  ['permanent', undefined],
  ['apples', undefined],
  ['four', undefined],
  ['x', undefined],
  ['', undefined],
  ['m'.repeat(100000), undefined],
])('%j probably means %s', (word, unit) => {
  expect(suggestUnit(word)).toBe(unit);
});
