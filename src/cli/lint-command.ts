import { dirname } from 'node:path';
import { version } from '../../package.json';
import { rules } from '../../rules/index';
import type { Facts } from '../host/facts';
import { type Diagnostic, severities } from '../lint/finding';
import { lint, type Outcome } from '../lint/lint';
import { policyRule } from '../lint/policy/rule';
import type { Rule } from '../lint/rule';
import type { Setup } from '../resolve/setup';
import { paletteFor } from './color';
import { factsSource, type HostOptions } from './facts-source';
import { type ExitCode, exitCode, type Io, UserError } from './io';
import { createPlanner, type LintPlan, type PlanOptions } from './lint-plan';
import { readPolicy } from './read-policy';
import { resolveSnapshot, type TreeOptions } from './read-setup';
import { pathWithin, snapshotWithin, treesWithin } from './root-tree';
import { type SshdOptions, sshdConfigFor, sshdSnapshot } from './sshd-source';
import type { Tree } from './trees';

export interface LintOptions extends TreeOptions, PlanOptions, SshdOptions, HostOptions {
  readonly fail2ban: string | undefined;
  readonly format: string;
  readonly quiet: boolean;
  readonly color: string;
}

/** `f2blint [lint] PATH…`: what is wrong, where and why. */
export async function lintCommand(paths: readonly string[], options: LintOptions, io: Io): Promise<ExitCode> {
  const planFor = createPlanner(options);
  const factsFor = factsSource(options);
  const judged: Judged[] = [];
  for (const path of paths.length === 0 ? [pathWithin(options.root)] : paths) {
    const trees = await treesWithin(options.root, path);
    const plan = planFor(path);
    const own = plan.policySchema === undefined ? [] : [policyRule(await readPolicy(plan.policySchema))];
    for (const tree of trees)
      judged.push({ plan, outcome: await lintTree(tree, options, plan, [...rules, ...own], factsFor) });
  }
  await print(
    judged.map(each => each.outcome),
    options,
    io,
  );
  return exitCodeFor(judged, options.maxWarnings !== undefined);
}

/** What came out of a tree, and by which plan it counts. */
interface Judged {
  readonly plan: LintPlan;
  readonly outcome: Outcome;
}

async function lintTree(
  tree: Tree,
  options: LintOptions,
  plan: LintPlan,
  chosen: readonly Rule[],
  factsFor: (setup: Setup) => Promise<Facts>,
): Promise<Outcome> {
  const sshdConfig = sshdConfigFor(tree.directory, options);
  const snapshot = await snapshotWithin(options.root, tree.directory);
  const { setup } = resolveSnapshot(snapshot, { ...options, fail2ban: plan.fail2ban });
  const outcome = lint(snapshot, {
    setup,
    release: setup.release,
    rules: chosen,
    severities: plan.grades,
    options: plan.options,
    facts: await factsFor(setup),
    ...(sshdConfig !== undefined && {
      sshdConfig,
      sshdSnapshot:
        options.root === undefined
          ? sshdSnapshot(sshdConfig)
          : await snapshotWithin(options.root, dirname(sshdConfig)),
    }),
  });
  if (tree.file === undefined) return outcome;
  const inFile = (each: Diagnostic) => each.range.file.name === tree.file;
  return { ...outcome, diagnostics: outcome.diagnostics.filter(inFile), files: 1 };
}

async function print(outcomes: readonly Outcome[], options: LintOptions, io: Io): Promise<void> {
  if (options.format === 'json') {
    const { lintJson } = await import('../report/lint-json');
    io.write(lintJson(outcomes, version));
  } else if (options.format === 'text') {
    const { lintText, summaryText } = await import('../report/lint-text');
    io.write(lintText(outcomes, await paletteFor(options.color, io)));
    if (!options.quiet) io.write(summaryText(outcomes));
  } else throw new UserError(`there is no format ${options.format}`, 'one of text, json');
}

/** A number of warnings from the command line counts for all trees together, one from a file for those under it. */
function exitCodeFor(judged: readonly Judged[], together: boolean): ExitCode {
  const warnings = new Map<LintPlan | undefined, number>();
  for (const { plan, outcome } of judged) {
    const least = plan.failOn === 'never' ? severities.length : severities.indexOf(plan.failOn);
    const key = together ? undefined : plan;
    for (const { severity } of outcome.diagnostics) {
      if (severities.indexOf(severity) >= least) return exitCode.findings;
      if (severity === 'warning') warnings.set(key, (warnings.get(key) ?? 0) + 1);
    }
    if ((warnings.get(key) ?? 0) > plan.maxWarnings) return exitCode.findings;
  }
  return exitCode.clean;
}
