import { countUpTo, lastUpTo } from '../../src/text/last-up-to';

const things = [{ at: 3 }, { at: 5 }, { at: 5 }, { at: 9 }];

test.each([
  [2, 0],
  [3, 1],
  [4, 1],
  [5, 3],
  [8, 3],
  [100, 4],
])('up to %d there are %d', (offset, count) => {
  expect(countUpTo(things, offset, ({ at }) => at)).toBe(count);
  expect(lastUpTo(things, offset, ({ at }) => at)).toBe(things[count - 1]);
});
