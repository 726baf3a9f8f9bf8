import { readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { builtCli } from '../cli/built-cli';
import { temporaryDirectory } from '../temporary-directory';
import { corpusTrees, damagedTrees, debianStock, printFigure, runOracle, shared } from './shared';

const command = `${process.execPath} ${builtCli()}`;
const stock = corpusTrees('stock');
const real = corpusTrees('real');

/** Values and commands of every tree are those of fail2ban. */
function expectAgreement(what: string, trees: readonly string[], base?: string): void {
  expect(trees.length).toBeGreaterThan(0);
  const overlay = base === undefined ? [] : ['--base', base];
  const options = ['--resolved', '--commands', '--quiet', '--jobs', '2', '--f2blint', command, ...overlay];
  const { status, output } = runOracle('compare.py', [...options, ...trees]);
  for (const [figure] of output.matchAll(/^(resolved|commands): .*$/gm)) printFigure(`${what}: ${figure}`);
  if (status !== 0) throw new Error(`fail2ban reads ${what} otherwise\n${output.slice(0, 5000)}`);
}

test('micro cases', () => expectAgreement('micro', corpusTrees('micro')));

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
