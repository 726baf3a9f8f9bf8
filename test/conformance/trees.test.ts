import { readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { builtCli } from '../cli/built-cli';
import { temporaryDirectory } from '../temporary-directory';
import {
  corpusTrees,
  damagedTrees,
  debianStock,
  type OracleRun,
  printFigure,
  runOracle,
  runOracleOn,
  shared,
} from './shared';

const starter = builtCli();
const stock = corpusTrees('stock');
const real = corpusTrees('real');
const micro = corpusTrees('micro');

/** Values and commands of every tree are those of fail2ban. */
function expectAgreement(what: string, trees: readonly string[], base?: string): void {
  expect(trees.length).toBeGreaterThan(0);
  const overlay = base === undefined ? [] : ['--base', base];
  expectRight(what, runOracleOn(starter, 'compare', [...asked, ...overlay, ...trees]));
}

const asked = ['--resolved', '--commands', '--quiet', '--jobs', '2'];

function expectRight(what: string, { status, output }: OracleRun): void {
  for (const [figure] of output.matchAll(/^(resolved|commands): .*$/gm)) printFigure(`${what}: ${figure}`);
  if (status !== 0) throw new Error(`fail2ban reads ${what} otherwise\n${output.slice(0, 5000)}`);
}

test('micro cases', () => expectAgreement('micro', micro));

test('micro cases, with a process of its own for every question', () => {
  const some = micro.filter((_, index) => index % 12 === 0);
  expect(some.length).toBeGreaterThan(18);
  const command = `${process.execPath} ${starter}`;
  expectRight('some micro', runOracle('compare.py', [...asked, '--f2blint', command, ...some]));
});

test('stock trees', () => expectAgreement('stock', stock));

const allEnabled = temporaryDirectory();
writeFileSync(join(allEnabled, 'jail.local'), '[DEFAULT]\nenabled = true\n');

test.each(stock.map(tree => [basename(tree), tree] as const))(
  'stock tree %s, every jail enabled',
  (name, tree) => {
    expectAgreement(`stock ${name}, every jail enabled`, [allEnabled], tree);
  },
);

test('real trees over that of Debian', () => expectAgreement('real', real, debianStock));

const directory = join(temporaryDirectory(), 'damaged');

test('300 damaged trees', () => expectAgreement('damaged', damagedTrees(directory, 1, 300)));

test('the corpus is there as a whole', () => {
  expect(readdirSync(join(shared, 'corpus/micro')).length).toBeGreaterThan(200);
  expect(stock.length).toBeGreaterThan(10);
  expect(real.length).toBeGreaterThan(70);
});
