import { rules } from '../../rules/index';
import { diskSnapshot } from '../files/disk';
import type { Facts } from '../host/facts';
import { type Diagnostic, severities } from '../lint/finding';
import { lint, type Outcome } from '../lint/lint';
import { policyRule } from '../lint/policy/rule';
import type { Rule } from '../lint/rule';
import { type ExitCode, exitCode, type Io } from './io';
import { createPlanner, type LintPlan, type PlanOptions } from './lint-plan';
import { planReports, printReports, type ReportOptions } from './print-reports';
import { readFactsFile } from './read-config';
import { readPolicy } from './read-policy';
import { checkBase, chooseRelease, type TreeOptions } from './read-setup';
import { type SshdOptions, sshdConfigFor, sshdSnapshot } from './sshd-source';
import { defaultPath, findTrees, type Tree } from './trees';

export interface LintOptions extends TreeOptions, PlanOptions, SshdOptions, ReportOptions {
  readonly fail2ban: string | undefined;
  readonly facts: string | undefined;
}

/** `f2blint [lint] PATH…`: what is wrong, where and why. */
export async function lintCommand(paths: readonly string[], options: LintOptions, io: Io): Promise<ExitCode> {
  const reports = planReports(options);
  const planFor = createPlanner(options);
  const facts = readFactsFile(options.facts);
  const judged: Judged[] = [];
  const ran = new Set<Rule>(rules);
  for (const path of paths.length === 0 ? [defaultPath()] : paths) {
    const trees = await findTrees(path);
    const plan = planFor(path);
    const own = plan.policySchema === undefined ? [] : [policyRule(await readPolicy(plan.policySchema))];
    for (const rule of own) ran.add(rule);
    for (const tree of trees)
      judged.push({ plan, outcome: lintTree(tree, options, plan, [...rules, ...own], facts) });
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

function lintTree(
  tree: Tree,
  options: LintOptions,
  plan: LintPlan,
  chosen: readonly Rule[],
  facts: Facts,
): Outcome {
  checkBase(options);
  const sshdConfig = sshdConfigFor(tree.directory, options);
  const snapshot = diskSnapshot(tree.directory);
  const outcome = lint(snapshot, {
    release: chooseRelease(plan, snapshot).release,
    rules: chosen,
    severities: plan.grades,
    options: plan.options,
    facts,
    ...(sshdConfig !== undefined && { sshdConfig, sshdSnapshot: sshdSnapshot(sshdConfig) }),
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
