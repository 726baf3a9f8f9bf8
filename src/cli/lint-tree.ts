import { dirname } from 'node:path';
import type { Snapshot } from '../files/snapshot';
import type { Facts } from '../host/facts';
import type { Diagnostic } from '../lint/finding';
import { type LintConfig, lint, type Outcome } from '../lint/lint';
import type { Rule } from '../lint/rule';
import type { Setup } from '../resolve/setup';
import type { LintedTree } from './fix-trees';
import type { LintPlan } from './lint-plan';
import { resolveSnapshot, type TreeOptions } from './read-setup';
import { snapshotWithin } from './root-tree';
import type { Baselines } from './settle-baselines';
import { type SshdOptions, sshdConfigFor, sshdSnapshot } from './sshd-source';
import type { Timing } from './timing';
import type { Tree } from './tree';

export interface LintTreeOptions extends TreeOptions, SshdOptions {
  readonly root: string | undefined;
  /** The day, as `2026-11-21`. */
  readonly today: string;
  readonly timing: boolean;
  readonly time: Timing;
}

/** Reads a tree and lints it by a plan, with what it lies on, its sshd_config and what is known of its host. */
export async function lintTree(
  tree: Tree,
  options: LintTreeOptions,
  plan: LintPlan,
  chosen: readonly Rule[],
  factsFor: (setup: Setup) => Promise<Facts>,
  baselines: Baselines | undefined,
): Promise<LintedTree> {
  const baseline = baselines?.for(plan);
  const local =
    plan.local.length === 0
      ? []
      : (await import('./local-severities')).localSeverities(plan.local, plan.asked);
  const sshdConfig = sshdConfigFor(tree.snapshot?.root ?? tree.directory, options);
  const files = await snapshotWithin(options.root, tree);
  const { time } = options;
  const { setup } = await time.phase('read and resolve', () =>
    resolveSnapshot(files, {
      ...options,
      fail2ban: plan.fail2ban,
      base: options.base ?? plan.base,
    }),
  );
  const { snapshot } = setup;
  const config = {
    release: setup.release,
    rules: chosen,
    severities: plan.grades,
    localSeverities: local,
    options: plan.options,
    facts: await time.phase('look at the host', () => factsFor(setup)),
    admin: plan.admin,
    today: options.today,
    ...(options.timing && { around: time.rule }),
    ...(baseline !== undefined && { baseline }),
    ...(sshdConfig !== undefined && {
      sshdConfig,
      sshdSnapshot:
        options.root === undefined
          ? sshdSnapshot(sshdConfig)
          : await snapshotWithin(options.root, { directory: dirname(sshdConfig) }),
    }),
  };
  const { file } = tree;
  const shows = ({ range }: Diagnostic) => file === undefined || range.file.name === file;
  const outcome = await time.phase('check', () => outcomeOf(snapshot, config, setup));
  return { directory: tree.directory, snapshot, config, outcome, file, shows };
}

async function outcomeOf(snapshot: Snapshot, config: LintConfig, setup: Setup): Promise<Outcome> {
  if (snapshot.templates === undefined || snapshot.templates.length === 0)
    return lint(snapshot, config, setup);
  const { lintTemplates } = await import('./lint-templates');
  return lintTemplates(snapshot, config, lint);
}
