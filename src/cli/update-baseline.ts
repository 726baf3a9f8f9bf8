import { resolve, sep } from 'node:path';
import { addEntry, type BaselineContent, type CountedEntry, writeBaseline } from '../config/baseline-file';
import { heedBaseline } from '../lint/baseline/baseline';
import { type BaselineEntry, baselineEntries } from '../lint/baseline/entry';
import type { Outcome } from '../lint/lint';
import { sortDiagnostics } from '../lint/sort';
import type { SuppressedFinding } from '../lint/suppression/suppress';
import { count } from '../report/count';
import { loadFails } from '../resolve/setup';
import { printable } from '../text/printable';
import { allRules } from './all-rules';
import { type BaselineUpdate, countsOf, type LoadedBaseline } from './baseline';
import type { Io } from './io';
import { writeReport } from './write-report';

/** Trees that were linted with one baseline. */
export interface BaselineRun {
  readonly baseline: LoadedBaseline;
  /** What is shown of each tree. */
  readonly outcomes: readonly Outcome[];
  /** Files and directories that were looked at as a whole. */
  readonly scope: readonly string[];
}

/** Compares a baseline with what was found, writes it anew where that was asked for, and says on standard error what is out of date. */
export function updateBaseline(run: BaselineRun, update: BaselineUpdate | undefined, io: Io): LoadedBaseline {
  const { baseline } = run;
  const known = baseline.content ?? new Map<string, CountedEntry>();
  const found = foundIn(run);
  const wouldFind = judgeEntries(run);
  const stale = new Map(
    [...known].map(([key, each]) => [
      key,
      wouldFind(each.entry) ? Math.max(0, each.count - (found.get(key)?.count ?? 0)) : 0,
    ]),
  );
  const gone = [...stale.values()].reduce((sum, count) => sum + count, 0);
  const name = printable(baseline.file);
  if (update === undefined) {
    const [are, them] = gone === 1 ? ['is', 'it'] : ['are', 'them'];
    if (gone > 0)
      io.writeError(
        `f2blint: ${count(gone, 'finding')} of ${name} ${are} there no more; --update-baseline takes ${them} out\n`,
      );
    return baseline;
  }
  const content = new Map<string, CountedEntry>();
  for (const [key, each] of known)
    if (each.count > stale.get(key)!) addEntry(content, each.entry, each.count - stale.get(key)!);
  let added = 0;
  if (update === 'all' || baseline.content === undefined) {
    for (const [key, each] of found) {
      const more = Math.max(0, each.count - (content.get(key)?.count ?? 0));
      if (more > 0) addEntry(content, each.entry, more);
      added += more;
    }
  }
  writeReport(baseline.file, writeBaseline(content), '--baseline FILE');
  const total = [...content.values()].reduce((sum, each) => sum + each.count, 0);
  io.writeError(`f2blint: ${name} has ${count(total, 'finding')}: ${added} new, ${gone} taken out\n`);
  return { ...baseline, content, counts: countsOf(content) };
}

/** What is left of the findings of a tree beside a baseline that has been written anew. */
export function heedAgain(outcome: Outcome, baseline: LoadedBaseline): Outcome {
  const isKnown = ({ by }: SuppressedFinding) => by.kind === 'baseline';
  const known = outcome.suppressed.filter(isKnown).map(({ diagnostic }) => diagnostic);
  const all = {
    diagnostics: sortDiagnostics([...outcome.diagnostics, ...known]),
    suppressed: outcome.suppressed.filter(each => !isKnown(each)),
  };
  return { ...outcome, ...heedBaseline(all, outcome.setup, baseline) };
}

/** All that counts or that the baseline has; a file that is part of several trees is counted once. */
function foundIn({ baseline: { fileName }, outcomes }: BaselineRun): BaselineContent {
  const found = new Map<string, CountedEntry>();
  for (const { setup, diagnostics, suppressed } of outcomes) {
    const entryOf = baselineEntries(setup, fileName);
    const inTree = new Map<string, CountedEntry>();
    for (const diagnostic of diagnostics) addEntry(inTree, entryOf(diagnostic));
    for (const { diagnostic, by } of suppressed)
      if (by.kind === 'baseline') addEntry(inTree, entryOf(diagnostic));
    for (const [name, each] of inTree) if (each.count > (found.get(name)?.count ?? 0)) found.set(name, each);
  }
  return found;
}

/**
 * Tells whether a finding that is still there would have been found again: not outside of what was looked at, nor in a tree that can't be
 * loaded, in which less is found than there is, nor by a rule that lacked facts. Nobody finds anything by a rule that there is no longer.
 */
function judgeEntries({ baseline, scope, outcomes }: BaselineRun): (entry: BaselineEntry) => boolean {
  const isInScope = within(scope);
  const isBroken = within(
    outcomes.filter(({ setup }) => loadFails(setup)).map(({ setup }) => setup.snapshot.root),
  );
  const silent = new Set(
    allRules.flatMap(({ id }) => (outcomes.every(({ heard }) => heard.has(id)) ? [] : [id])),
  );
  return ({ file, rule }) => {
    const path = resolve(baseline.file, '..', file);
    return isInScope(path) && !isBroken(path) && !silent.has(rule);
  };
}

function within(scopes: readonly string[]): (path: string) => boolean {
  const whole = scopes.map(each => resolve(each));
  return path => whole.some(each => path === each || path.startsWith(each.endsWith(sep) ? each : each + sep));
}
