import { dirname } from 'node:path';
import { rules } from '../../rules/index';
import type { Facts } from '../host/facts';
import { type Diagnostic, severities } from '../lint/finding';
import { lint, type Outcome } from '../lint/lint';
import { policyRule } from '../lint/policy/rule';
import type { Rule } from '../lint/rule';
import type { Setup } from '../resolve/setup';
import { factsSource, type HostOptions } from './facts-source';
import { type ExitCode, exitCode, type Io } from './io';
import { createPlanner, type LintPlan, type PlanOptions } from './lint-plan';
import { planReports, printReports, type ReportOptions } from './print-reports';
import { readPolicy } from './read-policy';
import { resolveSnapshot, type TreeOptions } from './read-setup';
import { pathWithin, snapshotWithin, treesWithin } from './root-tree';
import { type SshdOptions, sshdConfigFor, sshdSnapshot } from './sshd-source';
import type { Tree } from './trees';

export interface LintOptions extends TreeOptions, PlanOptions, SshdOptions, HostOptions, ReportOptions {
  readonly fail2ban: string | undefined;
}

/** `f2blint [lint] PATH…`: what is wrong, where and why. */
export async function lintCommand(paths: readonly string[], options: LintOptions, io: Io): Promise<ExitCode> {
  const reports = planReports(options);
  const planFor = createPlanner(options);
  const factsFor = factsSource(options);
  const judged: Judged[] = [];
  const ran = new Set<Rule>(rules);
  for (const path of paths.length === 0 ? [pathWithin(options.root)] : paths) {
    const trees = await treesWithin(options.root, path);
    const plan = planFor(path);
    const own = plan.policySchema === undefined ? [] : [policyRule(await readPolicy(plan.policySchema))];
    for (const rule of own) ran.add(rule);
    for (const tree of trees)
      judged.push({ plan, outcome: await lintTree(tree, options, plan, [...rules, ...own], factsFor) });
  }
  const outcomes = judged.map(each => each.outcome);
  const code = exitCodeFor(judged, options.maxWarnings !== undefined);
  await printReports(reports, outcomes, { rules: [...ran], exitCode: code }, options, io);
  return code;
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
