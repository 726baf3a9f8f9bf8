import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rules } from '../../rules/index';
import { diskSnapshot } from '../../src/files/disk';
import { applyFixes, type FixRun } from '../../src/fix/apply-fixes';
import { createWorkbench } from '../../src/fix/state';
import { defaultRelease } from '../../src/knowledge/release';
import { changedValues, valueText } from '../../src/resolve/effective-values';
import type { Setup } from '../../src/resolve/setup';
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

/** Fixes a tree; `after` is a new directory for the result. */
export function fixIntoCopy(before: string, after: string, withDecisions: boolean): FixedCopy {
  const config = { release: defaultRelease, rules, severities: new Map() };
  const workbench = createWorkbench(diskSnapshot(before), config);
  const run = applyFixes(workbench, withDecisions);
  layTrees(after, [before]);
  for (const [path, text] of run.state.texts) {
    const target = join(after, path.slice(before.length + 1));
    rmSync(target, { force: true });
    if (text === undefined) continue;
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  return {
    before,
    after,
    run,
    changes: changesBetween(workbench.start.outcome.setup, run.state.outcome.setup, run),
  };
}

function changesBetween(before: Setup, after: Setup, { state }: FixRun): readonly string[] {
  return changedValues(before, after, new Set(state.texts.keys()))
    .filter(({ section }) => section !== 'INCLUDES')
    .map(change =>
      describe(
        change.family,
        change.section,
        change.option,
        valueText(change.before)?.replaceAll(before.snapshot.root, '@CONF@'),
        valueText(change.after)?.replaceAll(before.snapshot.root, '@CONF@'),
      ),
    )
    .sort();
}

/** The differences by fail2ban's own reading; undefined where it can't read the jails before. */
export function askDifferences(copies: readonly FixedCopy[]): readonly (readonly string[] | undefined)[] {
  const script = join(__dirname, 'value-differences.py');
  const { status, stdout, stderr } = spawnSync('/usr/bin/python3', [script, join(shared, 'oracle')], {
    input: JSON.stringify(copies.map(({ before, after }) => [before, after])),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`value-differences.py failed: ${stderr}`);
  const answers: readonly Answer[] = JSON.parse(stdout);
  return answers.map(answer => {
    if ('after' in answer)
      return answer.after === null ? undefined : [`unreadable afterwards: ${answer.after}`];
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
