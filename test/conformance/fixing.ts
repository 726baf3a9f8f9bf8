import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rules } from '../../rules/index';
import { diskSnapshot } from '../../src/files/disk';
import { applyFixes, type FixRun } from '../../src/fix/apply-fixes';
import { createWorkbench, type FixState, type Workbench } from '../../src/fix/state';
import { defaultRelease } from '../../src/knowledge/release';
import { changedValues, type ValueChange, valueText } from '../../src/resolve/effective-values';
import { layTrees } from './lay-tree';
import { shared } from './shared';

/** A tree on disk, fixed into a copy. */
export interface FixedCopy {
  readonly before: string;
  readonly after: string;
  readonly run: FixRun;
  /** Effective values that differ by our own reading: `FAMILY SECTION OPTION: BEFORE -> AFTER`, in order. */
  readonly changes: readonly string[];
}

/** A tree on disk and what fixing it came to. */
export interface FixedTree {
  readonly before: string;
  readonly workbench: Workbench;
  readonly run: FixRun;
}

/** Fixes a tree, and leaves what is on disk. */
export function fixTree(before: string, withDecisions: boolean): FixedTree {
  const config = { release: defaultRelease, rules, severities: new Map() };
  const workbench = createWorkbench(diskSnapshot(before), config);
  return { before, workbench, run: applyFixes(workbench, withDecisions) };
}

/** Writes a fixed tree down; `after` is a new directory. */
export function copyFixed({ before, workbench, run }: FixedTree, after: string): FixedCopy {
  writeCopy(before, after, run.state);
  const { setup } = workbench.start.outcome;
  const changes = changedValues(setup, run.state.outcome.setup, new Set(run.state.texts.keys()));
  // what fail2ban could not read before it can't be asked about
  const isRead = ({ family }: ValueChange) =>
    !/^(?:filter|action)\.d\//.test(family) || setup.loadAlone(family).failures.length === 0;
  // what a jail has of fail2ban itself goes with it; the oracle leaves out the name of the directory
  const described = describeChanges(changes.filter(isRead))
    .map(each => each.replaceAll(before, '@CONF@'))
    .sort();
  return { before, after, run, changes: described };
}

/** Lays a tree down again with other texts. */
export function writeCopy(before: string, after: string, { texts }: FixState): void {
  layTrees(after, [before]);
  for (const [path, text] of texts) {
    const target = join(after, path.slice(before.length + 1));
    rmSync(target, { force: true });
    if (text === undefined) continue;
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}

/** Changes in the form of the answers of `askDifferences`. */
export function describeChanges(changes: readonly ValueChange[]): readonly string[] {
  return changes
    .filter(({ section }) => section !== 'INCLUDES')
    .map(change =>
      describe(
        change.family,
        change.section,
        change.option,
        valueText(change.before),
        valueText(change.after),
      ),
    )
    .sort();
}

/**
 * The differences by fail2ban's own reading; undefined where it can't read the jails before. With `jails` filters and actions are not
 * looked at.
 */
export function askDifferences(
  copies: readonly Pick<FixedCopy, 'before' | 'after'>[],
  what: 'all' | 'jails' = 'all',
): readonly (readonly string[] | undefined)[] {
  const script = join(__dirname, 'value-differences.py');
  const { status, stdout, stderr } = spawnSync('/usr/bin/python3', [script, join(shared, 'oracle'), what], {
    input: JSON.stringify(copies.map(({ before, after }) => [before, after])),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`value-differences.py failed: ${stderr}`);
  const answers: readonly Answer[] = JSON.parse(stdout);
  return answers.map(answer => {
    if ('after' in answer) {
      const isWorse = answer.before === null && answer.after !== null;
      return isWorse ? [`unreadable afterwards: ${answer.after}`] : undefined;
    }
    return answer.values
      .filter(([, section]) => section !== 'INCLUDES')
      .map(([family, section, option, before, after]) =>
        describe(family, section, option, before ?? undefined, after ?? undefined),
      )
      .sort();
  });
}

type Answer =
  | { readonly before: string | null; readonly after: string | null }
  | { readonly values: readonly (readonly [string, string, string, string | null, string | null])[] };

function describe(
  family: string,
  section: string,
  option: string,
  before: string | undefined,
  after: string | undefined,
): string {
  return `${family} [${section}] ${option}: ${JSON.stringify(before)} -> ${JSON.stringify(after)}`;
}
