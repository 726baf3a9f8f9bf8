import { closestName, editDistance } from '../../src/text/closest-name';

test.each([
  ['maxretry', 'maxretry', 0],
  ['maxrety', 'maxretry', 1],
  ['maxretyr', 'maxretry', 1],
  ['maxretri', 'maxretry', 1],
  ['maxretryy', 'maxretry', 1],
  ['mxrtry', 'maxretry', 2],
  ['', 'ab', 2],
  ['ca', 'abc', 3],
])('from %j to %j it is %d', (a, b, distance) => {
  expect(editDistance(a, b, 3)).toBe(distance);
  expect(editDistance(b, a, 3)).toBe(distance);
});

test('a distance beyond the limit is not measured', () => {
  expect(editDistance('abcdef', 'uvwxyz', 2)).toBe(3);
  expect(editDistance('a'.repeat(10_000), 'b', 2)).toBe(3);
});

test.each([
  ['bantme', ['findtime', 'bantime'], 'bantime'],
  ['BANTIME', ['bantime'], 'bantime'],
  ['bntm', ['bantime'], undefined],
  ['por', ['port', 'pork'], 'port'],
  ['prt', ['post', 'port'], 'port'],
  ['usdns', ['usedns'], 'usedns'],
  ['abcdef', ['uvwxyz'], undefined],
  ['x', [], undefined],
  ['x'.repeat(200_000), [`${'x'.repeat(199_999)}y`], undefined],
])('%j among %j', (name, names, closest) => {
  expect(closestName(name, names)).toBe(closest);
});
