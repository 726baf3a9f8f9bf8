import { grouped } from '../../src/text/grouped';

test('groups stand in the order of their first, values in their own', () => {
  const groups = grouped([
    ['b', 1],
    ['__proto__', 2],
    ['b', 3],
    ['a', 4],
    ['__proto__', 5],
  ]);
  expect([...groups]).toEqual([
    ['b', [1, 3]],
    ['__proto__', [2, 5]],
    ['a', [4]],
  ]);
});

test('without pairs there is no group', () => {
  expect(grouped([]).size).toBe(0);
});
