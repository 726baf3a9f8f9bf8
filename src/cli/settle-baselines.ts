import { type LoadedBaseline, loadBaseline, readBaselineUpdate } from './baseline';
import type { LintedTree } from './fix-trees';
import { type Io, UserError } from './io';
import type { LintPlan } from './lint-plan';
import { shownOf } from './shown';
import { heedAgain, updateBaseline } from './update-baseline';

/** What came out of a tree, and by which plan it counts. */
export interface Judged {
  readonly plan: LintPlan;
  readonly tree: LintedTree;
}

/** The baselines of a run, each read once. */
export interface Baselines {
  /** That of a plan; a UserError where it can't be read. */
  for(plan: LintPlan): LoadedBaseline | undefined;
  /** Says what is out of date, writes what is to be written, and gives the trees as they are beside that. `paths` were asked for. */
  settle(judged: readonly Judged[], paths: readonly string[], io: Io): readonly Judged[];
}

/** Reads baselines when they are first asked for; `asked` is what `--update-baseline` says. */
export function createBaselines(asked: string | undefined): Baselines {
  const update = readBaselineUpdate(asked);
  const loaded = new Map<string, LoadedBaseline>();
  return {
    for({ baseline }) {
      if (baseline === undefined) return undefined;
      const found = loaded.get(baseline) ?? loadBaseline(baseline, update);
      loaded.set(baseline, found);
      return found;
    },
    settle(judged, paths, io) {
      if (update !== undefined && loaded.size === 0)
        throw new UserError(
          'there is no baseline to update',
          'name it with --baseline FILE, or as baseline = FILE in .f2blintrc',
        );
      const settled = new Map<string, LoadedBaseline>();
      for (const [file, baseline] of loaded) {
        const trees = judged.filter(({ plan }) => plan.baseline === file).map(({ tree }) => tree);
        const run = { baseline, outcomes: trees.map(shownOf), scope: [...paths, ...trees.flatMap(filesOf)] };
        settled.set(file, updateBaseline(run, update, io));
      }
      if (update === undefined) return judged;
      return judged.map(({ plan, tree }) => {
        const baseline = plan.baseline === undefined ? undefined : settled.get(plan.baseline);
        return baseline === undefined
          ? { plan, tree }
          : { plan, tree: { ...tree, outcome: heedAgain(tree.outcome, baseline) } };
      });
    },
  };
}

/** What was looked at as a whole. */
function filesOf({ snapshot, outcome, file }: LintedTree): readonly string[] {
  if (file !== undefined) return [`${snapshot.root}/${file}`];
  return [snapshot.root, ...(outcome.sshd?.walk.files.map(({ path }) => path) ?? [])];
}
