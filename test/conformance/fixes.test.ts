import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { FixRun } from '../../src/fix/apply-fixes';
import { unifiedDiff } from '../../src/fix/patch';
import { temporaryDirectory } from '../temporary-directory';
import { askDaemon } from './ask-daemon';
import { askDifferences, copyFixed, type FixedCopy, fixTree } from './fixing';
import { layTrees } from './lay-tree';
import { corpusTrees, damagedTrees, debianStock, printFigure, shared } from './shared';

const directory = temporaryDirectory();

/**
 * Fixes each tree; the real fail2ban reads exactly the differences we have declared, comes up at least as well as before, and comes up
 * where no error is left.
 */
function expectProven(what: string, trees: readonly string[], withDecisions: boolean): void {
  const runs: FixRun[] = [];
  const changed = trees.flatMap((tree, index) => {
    const fixed = fixTree(tree, withDecisions);
    runs.push(fixed.run);
    const isChanged = fixed.run.state.texts.size > 0;
    return isChanged ? [copyFixed(fixed, join(directory, `${what}-${withDecisions}-${index}`))] : [];
  });
  const wrong = [
    ...unexpectedDifferences(changed),
    ...worseVerdicts(changed),
    ...changed.flatMap(copy => [...unstable(copy, withDecisions), ...wrongPatch(copy)]),
  ];
  const applied = runs.reduce((sum, run) => sum + run.applied.length, 0);
  const refused = runs.reduce((sum, run) => sum + run.refused.length, 0);
  printFigure(
    `fixes ${what}${withDecisions ? ', all' : ''}: ${trees.length} trees, ${changed.length} changed by ${applied} fixes (${refused} refused), ${changed.length - new Set(wrong.map(each => each.tree)).size}/${changed.length} as declared`,
  );
  expect(wrong).toEqual([]);
  expect(applied).toBeGreaterThan(0);
}

interface Fault {
  readonly tree: string;
  readonly fault: unknown;
}

function unexpectedDifferences(copies: readonly FixedCopy[]): readonly Fault[] {
  return askDifferences(copies).flatMap((found, index) => {
    const { before, changes } = copies[index]!;
    // fail2ban could read nothing before, so there is nothing to compare
    if (found === undefined) return [];
    const other = [
      ...found.filter(each => !changes.includes(each)).map(each => `not declared: ${each}`),
      ...changes.filter(each => !found.includes(each)).map(each => `not so: ${each}`),
    ];
    return other.length === 0 ? [] : [{ tree: before, fault: other.slice(0, 4) }];
  });
}

const order = ['down', 'nothing', 'up'];

function worseVerdicts(copies: readonly FixedCopy[]): readonly Fault[] {
  const answers = askDaemon(copies.flatMap(({ before, after }) => [before, after]));
  return copies.flatMap(({ before, run }, index) => {
    const [old, now] = [answers[index * 2]!, answers[index * 2 + 1]!];
    const isLeft = run.state.outcome.diagnostics.some(each => each.severity === 'error');
    const isWorse = order.indexOf(now.verdict) < order.indexOf(old.verdict);
    if (!isWorse && (isLeft || now.verdict !== 'down')) return [];
    return [{ tree: before, fault: `${old.verdict} -> ${now.verdict} ${now.error}` }];
  });
}

/** The same fixes once more change nothing. */
function unstable({ before, after }: FixedCopy, withDecisions: boolean): readonly Fault[] {
  const again = [...fixTree(after, withDecisions).run.state.texts.keys()];
  return again.length === 0 ? [] : [{ tree: before, fault: { again } }];
}

/** The patch makes the same bytes of the tree; Latin-1 has a character for each. */
function wrongPatch({ before, after, run }: FixedCopy): readonly Fault[] {
  const names = [...run.state.texts.keys()].map(path => path.slice(before.length + 1));
  const patched = layTrees(`${after}-patched`, [before]);
  const patch = unifiedDiff(
    names.map(name => ({ name, before: textOf(join(before, name)), after: textOf(join(after, name)) })),
  );
  execFileSync('git', ['apply', '--whitespace=nowarn', '-'], {
    cwd: patched,
    input: Buffer.from(patch, 'latin1'),
  });
  const other = names.filter(name => textOf(join(patched, name)) !== textOf(join(after, name)));
  return other.length === 0 ? [] : [{ tree: before, fault: { patch: other } }];
}

function textOf(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'latin1') : undefined;
}

/** The stock tree beside the others, so that its files can be linked. */
const stock = join(directory, 'stock');
cpSync(debianStock, stock, { recursive: true });

function laidOver(name: string, tree: string): string {
  return layTrees(join(directory, name), [stock, tree]);
}

const battery = readdirSync(join(shared, 'corpus/battery'), { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name }) => laidOver(`battery/${name}`, join(shared, 'corpus/battery', name, 'tree')));
const real = corpusTrees('real').map(tree => laidOver(`real/${basename(tree)}`, tree));

test('battery', () => expectProven('battery', battery, false));

test.each([false, true])('real trees, with decisions: %s', withDecisions =>
  expectProven('real', real, withDecisions),
);

test('damaged trees', () => expectProven('damaged', damagedTrees(join(directory, 'damaged'), 61, 20), true));
