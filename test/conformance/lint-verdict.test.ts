import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../rules/index';
import { diskSnapshot } from '../../src/files/disk';
import { defaultRelease } from '../../src/knowledge/release';
import { lint, type Outcome } from '../../src/lint/lint';
import { preflight } from '../../src/preflight/preflight';
import { temporaryDirectory } from '../temporary-directory';
import { corpusTrees, debianStock, printFigure, runOracle, shared } from './shared';

/** A tree that lints without errors comes up with all its jails, and one that doesn't has an error for each reason. */
function expectErrorsWhereDown(what: string, trees: readonly string[]): void {
  expect(trees.length).toBeGreaterThan(0);
  const wrong = trees.flatMap(faultsOf);
  const right = trees.length - new Set(wrong.map(each => each.tree)).size;
  printFigure(`lint and preflight ${what}: ${right}/${trees.length} trees agree`);
  expect(wrong.slice(0, 10)).toEqual([]);
}

function faultsOf(tree: string): readonly { readonly tree: string; readonly fault: string }[] {
  const outcome = lint(diskSnapshot(tree), { release: defaultRelease, rules, severities: new Map() });
  const { verdict, jails, reasons } = preflight(outcome.setup);
  const faults: string[] = [];
  const errors = outcome.diagnostics.filter(each => each.severity === 'error');
  const comesUp = verdict !== 'down' && [...jails.values()].every(state => state === 'up');
  if (outcome.verdict !== verdict) faults.push(`lint says ${outcome.verdict}, preflight ${verdict}`);
  if (!comesUp && errors.length === 0) faults.push(`no error, but ${verdict}: ${reasons[0]?.message}`);
  if (comesUp !== (reasons.length === 0)) faults.push(`${verdict} with ${reasons.length} reasons`);
  faults.push(...doubled(outcome));
  return faults.map(fault => ({ tree, fault }));
}

/** One rule says a thing once. */
function doubled({ diagnostics }: Outcome): readonly string[] {
  const seen = new Set<string>();
  return diagnostics.flatMap(({ rule, range }) => {
    const key = `${rule} ${range.file.name}:${range.start.line}:${range.start.column}`;
    if (seen.has(key)) return [`told twice: ${key}`];
    seen.add(key);
    return [];
  });
}

test('micro cases', () => expectErrorsWhereDown('micro', corpusTrees('micro')));

test('stock trees', () => expectErrorsWhereDown('stock', corpusTrees('stock')));

test('daemon cases', () => {
  const daemon = join(shared, 'corpus/daemon');
  expectErrorsWhereDown('daemon', treesBelow(daemon));
});

const mutated = join(temporaryDirectory(), 'mutated');

test('300 damaged trees', () => {
  mkdirSync(mutated);
  const size = ['--seed', '31', '--count', '300', '--out', mutated];
  const made = runOracle('mutate.py', [debianStock, ...size, '--overlay', ...corpusTrees('real')]);
  expect(made).toMatchObject({ status: 0 });
  expectErrorsWhereDown('damaged', treesBelow(mutated));
});

function treesBelow(directory: string): readonly string[] {
  const names = readdirSync(directory, { withFileTypes: true }).filter(entry => entry.isDirectory());
  return names.map(({ name }) => join(directory, name, 'tree')).sort();
}
