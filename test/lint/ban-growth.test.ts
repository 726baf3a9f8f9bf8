import { memorySnapshot } from '../../src/files/snapshot';
import { defaultRelease } from '../../src/knowledge/release';
import { banGrowth } from '../../src/lint/ban-growth';
import { createModel } from '../../src/lint/model';
import { resolve } from '../../src/resolve/setup';

/** Seconds of the first six bans. The expected ones are those of the lambdas in server/jail.py of 1.0.2, for counts 1 to 5. */
function growthOf(options: string): readonly number[] | undefined {
  const files = new Map([
    ['jail.local', `[a]\nenabled = true\nfilter =\nbantime.increment = true\n${options}`],
  ]);
  const model = createModel(resolve(memorySnapshot(files), defaultRelease), undefined, {});
  const growth = banGrowth(model.jails[0]!);
  return growth && [1, 2, 3, 4, 5, 6].map(growth.banTime);
}

test.each([
  ['bantime = 600\n', [600, 1200, 2400, 4800, 9600, 19200]],
  ['bantime = 600\nbantime.maxtime = 1h\n', [600, 1200, 2400, 3600, 3600, 3600]],
  ['bantime = 600\nbantime.factor = 4\n', [600, 4800, 9600, 19200, 38400, 76800]],
  ['bantime = 60\nbantime.multipliers = 1 5 30 60\n', [60, 300, 1800, 3600, 3600, 3600]],
  ['bantime = 1d\nbantime.maxtime = 1h\n', [86400, 86400, 86400, 86400, 86400, 86400]],
])('%j', (options, seconds) => expect(growthOf(options)).toEqual(seconds));

test.each([
  'bantime = -1\n',
  'bantime.formula = ban.Time\n',
  'bantime.factor = math.e\n',
  'bantime.multipliers = 1 x\n',
])('%j is not worked out', options => expect(growthOf(options)).toBeUndefined());
