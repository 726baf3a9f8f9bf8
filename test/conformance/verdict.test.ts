import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { diskSnapshot } from '../../src/files/disk';
import { defaultRelease } from '../../src/knowledge/release';
import { preflight } from '../../src/preflight/preflight';
import { resolve } from '../../src/resolve/setup';
import { builtCli } from '../cli/built-cli';
import { temporaryDirectory } from '../temporary-directory';
import { askDaemon } from './ask-daemon';
import { corpusTrees, damagedTrees, debianStock, printFigure, runOracleOn } from './shared';

const starter = builtCli();
const directory = join(temporaryDirectory(), 'damaged');

/** `preflight` says of every tree what the daemon does, and of every enabled jail. */
function expectAgreement(what: string, trees: readonly string[], base?: string): void {
  const overlay = base === undefined ? [] : ['--base', base];
  const options = ['--verdict', '--quiet', '--jobs', '2', ...overlay];
  const { status, output } = runOracleOn(starter, 'compare', [...options, ...trees]);
  const [, verdicts, upOrSkipped, jails] =
    /^verdict: \d+ trees, (\d+) verdicts agree, (\d+) jail states agree \(of (\d+)\)$/m.exec(output) ?? [];
  const figure = `${trees.length} trees, ${verdicts}/${trees.length} verdicts, ${upOrSkipped}/${jails} jails agree`;
  printFigure(`verdict ${what}: ${figure}`);
  if (status !== 0) throw new Error(`the daemon does otherwise with ${what}\n${output.slice(0, 5000)}`);
  // a reason is owed for everything that doesn't come up
  expect(output).not.toContain('no reason given');
  expect(trees.length).toBeGreaterThan(0);
  expect(Number(jails)).toBeGreaterThan(0);
}

test('daemon cases', () => expectAgreement('daemon', corpusTrees('daemon'), debianStock));

test('micro cases', () => expectAgreement('micro', corpusTrees('micro')));

test('stock trees', () => expectAgreement('stock', corpusTrees('stock')));

test('real trees over that of Debian', () => expectAgreement('real', corpusTrees('real'), debianStock));

test('500 damaged trees, and how fail2ban-client -t does on them', () => {
  const trees = damagedTrees(directory, 21, 500);
  const answers = askDaemon(trees, { test: true });
  const right = answers.filter(({ verdict, test }) => (test === 'ok') === (verdict !== 'down'));
  printFigure(`fail2ban-client -t: right on ${right.length} of ${answers.length}`);
  // both kinds must be among them, or the figures would say nothing
  expect(answers.filter(({ verdict }) => verdict === 'down').length).toBeGreaterThan(100);
  expect(answers.filter(({ verdict }) => verdict === 'up').length).toBeGreaterThan(100);
  let agreed = 0;
  const wrong = trees.flatMap((tree, index) => {
    const { verdict, jails, reasons } = preflight(resolve(diskSnapshot(tree), defaultRelease), {});
    const expected = answers[index]!;
    const states = sorted(Object.fromEntries(jails));
    const isSame = verdict === expected.verdict && isDeepStrictEqual(states, sorted(expected.jails));
    if (isSame) agreed += jails.size;
    // a reason is owed for everything that doesn't come up
    const isOwed = verdict === 'down' || [...jails.values()].includes('skipped');
    return isSame && (!isOwed || reasons.length > 0) ? [] : [{ tree, verdict, states, expected }];
  });
  const jails = answers.reduce((sum, each) => sum + Object.keys(each.jails).length, 0);
  const figure = `${trees.length} trees, ${trees.length - wrong.length}/${trees.length} verdicts, ${agreed}/${jails} jails agree`;
  printFigure(`verdict damaged: ${figure}`);
  expect(wrong.slice(0, 5)).toEqual([]);
});

function sorted(states: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  return Object.entries(states).sort(([a], [b]) => (a < b ? -1 : 1));
}
