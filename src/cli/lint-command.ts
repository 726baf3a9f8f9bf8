import { dirname } from 'node:path';
import { rules } from '../../rules/index';
import type { Facts } from '../host/facts';
import { type Diagnostic, severities } from '../lint/finding';
import { lint, type Outcome } from '../lint/lint';
import { policyRule } from '../lint/policy/rule';
import type { Rule } from '../lint/rule';
import type { Setup } from '../resolve/setup';
import { printable } from '../text/printable';
import { factsSource, type HostOptions } from './facts-source';
import type { FixMode, LintedTree } from './fix-trees';
import { type ExitCode, exitCode, type Io, UserError } from './io';
import { createPlanner, type LintPlan, type PlanOptions } from './lint-plan';
import { planReports, printReports, provesFixes, type ReportOptions, type ReportPlan } from './print-reports';
import { createProgress } from './progress';
import { readPolicy } from './read-policy';
import { resolveSnapshot, type TreeOptions } from './read-setup';
import { pathWithin, snapshotWithin, treesWithin } from './root-tree';
import { type SshdOptions, sshdConfigFor, sshdSnapshot } from './sshd-source';
import { createToldOnce } from './told-once';
import type { Tree } from './tree';

export interface LintOptions extends TreeOptions, PlanOptions, SshdOptions, HostOptions, ReportOptions {
  readonly fail2ban: string | undefined;
  /** The name in the configuration that the one file is read as. */
  readonly as: string | undefined;
  /** `safe` or `all`, as was said. */
  readonly fix: string | undefined;
  readonly diff: boolean;
}

/** `f2blint [lint] PATH…`: what is wrong, where and why. */
export async function lintCommand(paths: readonly string[], options: LintOptions, io: Io): Promise<ExitCode> {
  const reports = planReports(options);
  const planFor = createPlanner(options);
  const factsFor = factsSource(options);
  const fixMode = readFixMode(options);
  const judged: Judged[] = [];
  const ran = new Set<Rule>(rules);
  const toldOnce = createToldOnce();
  const isOneFile = options.as !== undefined || paths.includes('-');
  if (fixMode !== undefined && paths.includes('-')) throw new UserError('standard input can not be fixed');
  const oneFile = isOneFile ? await (await import('./one-file')).oneFileTree(paths, options) : undefined;
  for (const path of paths.length === 0 ? [pathWithin(options.root)] : paths) {
    const { trees, fragments } = oneFile ?? (await treesWithin(options.root, path));
    for (const each of fragments)
      io.writeError(`f2blint: ${printable(each)} is a directory of fragments: not linted\n`);
    const plan = planFor(path);
    const own = plan.policySchema === undefined ? [] : [policyRule(await readPolicy(plan.policySchema))];
    for (const rule of own) ran.add(rule);
    if (fixMode !== undefined && !options.diff) {
      const { recoverTree } = await import('./fix-trees');
      for (const { directory } of trees) recoverTree(directory, io);
    }
    const progress = createProgress(trees.length, options.quiet ? undefined : io);
    for (const [index, tree] of trees.entries()) {
      progress.at(index, tree.directory);
      const linted = await lintTree(tree, options, plan, [...rules, ...own], factsFor);
      const isNew = tree.files === undefined ? () => true : toldOnce(linted.outcome.diagnostics);
      judged.push({ plan, tree: { ...linted, shows: each => linted.shows(each) && isNew(each) } });
    }
    progress.end();
  }
  const together = options.maxWarnings !== undefined;
  if (fixMode === undefined) {
    await report(judged);
    return exitCodeFor(judged, together);
  }
  const { fixTree, patchOf, writeTree } = await import('./fix-trees');
  const fixed = judged.map(({ tree }) => fixTree(tree, fixMode));
  if (options.diff) {
    io.write(patchOf(fixed.flatMap(each => each.changes)));
    return exitCodeFor(judged, together);
  }
  for (const { tree, changes } of fixed) writeTree(tree.directory, changes, io);
  const left = judged.map(({ plan }, index) => ({ plan, tree: fixed[index]!.tree }));
  await report(left);
  return exitCodeFor(left, together);

  async function report(trees: readonly Judged[]): Promise<void> {
    const run = { rules: [...ran], exitCode: exitCodeFor(trees, together) };
    await printReports(reports, await withFixes(trees, reports), run, options, io);
  }
}

/** Undefined where nothing is to be fixed. */
function readFixMode({ fix, diff }: LintOptions): FixMode | undefined {
  if (fix === undefined) return diff ? 'safe' : undefined;
  if (fix === 'safe' || fix === 'all') return fix;
  throw new UserError(`--fix=${fix} is not known`, 'say --fix, or --fix=all for those that need review too');
}

/** What is shown of a tree. */
function shownOf({ outcome, file, shows }: LintedTree): Outcome {
  const diagnostics = outcome.diagnostics.filter(shows);
  return { ...outcome, diagnostics, files: file === undefined ? outcome.files : 1 };
}

/** Programs are told which fixes are proven; a person asks with --diff. */
async function withFixes(judged: readonly Judged[], reports: ReportPlan): Promise<readonly Outcome[]> {
  const shown = judged.map(({ tree }) => shownOf(tree));
  if (!provesFixes(reports)) return shown;
  const { judgeTree } = await import('./fix-trees');
  return shown.map((outcome, index) => ({ ...outcome, fixes: judgeTree(judged[index]!.tree) }));
}

/** What came out of a tree, and by which plan it counts. */
interface Judged {
  readonly plan: LintPlan;
  readonly tree: LintedTree;
}

async function lintTree(
  tree: Tree,
  options: LintOptions,
  plan: LintPlan,
  chosen: readonly Rule[],
  factsFor: (setup: Setup) => Promise<Facts>,
): Promise<LintedTree> {
  const sshdConfig = sshdConfigFor(tree.snapshot?.root ?? tree.directory, options);
  const files = await snapshotWithin(options.root, tree);
  const { setup } = await resolveSnapshot(files, { ...options, fail2ban: plan.fail2ban });
  const { snapshot } = setup;
  const config = {
    release: setup.release,
    rules: chosen,
    severities: plan.grades,
    options: plan.options,
    facts: await factsFor(setup),
    admin: plan.admin,
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
  const { directory } = tree;
  return { directory, snapshot, config, outcome: lint(snapshot, config, setup), file, shows };
}

/** A number of warnings from the command line counts for all trees together, one from a file for those under it. */
function exitCodeFor(judged: readonly Judged[], together: boolean): ExitCode {
  const warnings = new Map<LintPlan | undefined, number>();
  for (const { plan, tree } of judged) {
    const least = plan.failOn === 'never' ? severities.length : severities.indexOf(plan.failOn);
    const key = together ? undefined : plan;
    for (const { severity } of shownOf(tree).diagnostics) {
      if (severities.indexOf(severity) >= least) return exitCode.findings;
      if (severity === 'warning') warnings.set(key, (warnings.get(key) ?? 0) + 1);
    }
    if ((warnings.get(key) ?? 0) > plan.maxWarnings) return exitCode.findings;
  }
  return exitCode.clean;
}
