import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { rules } from '../../rules/index';
import { diskSnapshot } from '../../src/files/disk';
import { defaultRelease } from '../../src/knowledge/release';
import type { Diagnostic } from '../../src/lint/finding';
import { lint, type Outcome } from '../../src/lint/lint';
import { rangeOf } from '../../src/lint/run-rule';
import { preflight } from '../../src/preflight/preflight';
import type { Reason } from '../../src/preflight/reason';
import { createPlaces } from '../../src/resolve/places';
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
  faults.push(...doubled(outcome), ...untold(outcome, errors, reasons));
  return faults.map(fault => ({ tree, fault }));
}

/**
 * Each reason has an error on its line, or one that names that line: an indented option does so with the value it got into. Only of a filter or action that is missing it may stand elsewhere: at the jail where the
 * package set the name, or in a file that is there and can't be read.
 */
function untold(
  { setup }: Outcome,
  errors: readonly Diagnostic[],
  reasons: readonly Reason[],
): readonly string[] {
  const places = createPlaces(setup.sources);
  return reasons.flatMap(({ code, message, place }) => {
    if (code === 'filter-not-found' || code === 'action-not-found') return [];
    const { file, start, end } = rangeOf(place, setup, places);
    const isThere = errors
      .flatMap(error => [error.range, ...error.related.map(related => related.range)])
      .some(
        range =>
          range.file.path === file.path && range.start.line <= end.line && start.line <= range.end.line,
      );
    return isThere ? [] : [`untold: ${file.name}:${start.line} ${message}`];
  });
}

/** One rule says a thing once: two options may be told at one place, the header of a jail that sets neither. */
function doubled({ diagnostics }: Outcome): readonly string[] {
  const seen = new Set<string>();
  return diagnostics.flatMap(({ rule, range, option }) => {
    const key = `${rule} ${option} ${range.file.name}:${range.start.line}:${range.start.column}`;
    if (seen.has(key)) return [`told twice: ${key}`];
    seen.add(key);
    return [];
  });
}

test('micro cases', () => expectErrorsWhereDown('micro', corpusTrees('micro')));

test('stock trees', () => expectErrorsWhereDown('stock', corpusTrees('stock')));

const laid = temporaryDirectory();

test('daemon cases, laid over the tree of Debian', () => {
  const trees = treesBelow(join(shared, 'corpus/daemon')).map(tree => {
    const target = join(laid, basename(join(tree, '..')));
    for (const layer of [debianStock, tree]) cpSync(layer, target, { recursive: true });
    return target;
  });
  expectErrorsWhereDown('daemon', trees);
});

const mutated = join(temporaryDirectory(), 'mutated');

test('150 damaged trees', () => {
  mkdirSync(mutated);
  const size = ['--seed', '31', '--count', '150', '--out', mutated];
  const made = runOracle('mutate.py', [debianStock, ...size, '--overlay', ...corpusTrees('real')]);
  expect(made).toMatchObject({ status: 0 });
  expectErrorsWhereDown('damaged', treesBelow(mutated));
});

function treesBelow(directory: string): readonly string[] {
  const names = readdirSync(directory, { withFileTypes: true }).filter(entry => entry.isDirectory());
  return names.map(({ name }) => join(directory, name, 'tree')).sort();
}
