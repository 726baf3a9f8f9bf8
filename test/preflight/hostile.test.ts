import { downTrees, oddTrees, upTrees } from './hostile-trees';
import { predict } from './predict';

test.each(Object.entries(downTrees))('down with %s', (_, tree) => {
  const { verdict, reasons } = predict(tree);
  expect(verdict).toBe('down');
  expect(reasons.length).toBeGreaterThan(0);
});

test.each(Object.entries(upTrees))('up with %s', (_, tree) => {
  expect(predict(tree)).toMatchObject({ verdict: 'up', reasons: [] });
});

test.each(Object.entries(oddTrees))('an answer for %s', (_, tree) => {
  expect(['up', 'down']).toContain(predict(tree).verdict);
});
