import { rules } from '../../rules/index';
import { severities } from '../lint/finding';
import type { Outcome } from '../lint/lint';
import { printable } from '../text/printable';
import { settleUnused } from './disputed';
import { factsSource, type HostOptions } from './facts-source';
import type { FixMode } from './fix-trees';
import { type ExitCode, exitCode, type Io, UserError } from './io';
import { createPlanner, type LintPlan, type PlanOptions } from './lint-plan';
import { lintTree } from './lint-tree';
import { planReports, printReports, provesFixes, type ReportOptions, type ReportPlan } from './print-reports';
import { createProgress } from './progress';
import { createPolicies } from './read-policy';
import type { TreeOptions } from './read-setup';
import { pathWithin, treesWithin } from './root-tree';
import type { Baselines, Judged } from './settle-baselines';
import { shownOf } from './shown';
import type { SshdOptions } from './sshd-source';
import { createTiming, noTiming } from './timing';
import { today } from './today';
import { createToldOnce } from './told-once';

export interface LintOptions extends TreeOptions, PlanOptions, SshdOptions, HostOptions, ReportOptions {
  readonly fail2ban: string | undefined;
  /** The name in the configuration that the one file is read as. */
  readonly as: string | undefined;
  /** `safe` or `all`, as was said. */
  readonly fix: string | undefined;
  readonly diff: boolean;
  /** `shrink` or `all`, as was said. */
  readonly updateBaseline: string | undefined;
  readonly timing: boolean;
}

/** `f2blint [lint] PATH…`: what is wrong, where and why. */
export async function lintCommand(paths: readonly string[], options: LintOptions, io: Io): Promise<ExitCode> {
  const reports = planReports(options);
  const planFor = createPlanner(options);
  // of the host a single file is meant for nothing is known unless it is said
  const factsFor = factsSource(
    options.as === undefined ? options : { ...options, host: options.host ?? false },
  );
  const fixMode = readFixMode(options);
  const time = options.timing ? createTiming() : noTiming;
  const wanted = { ...options, today: today(io), time };
  let baselines: Baselines | undefined;
  const linted: Judged[] = [];
  const policies = createPolicies();
  const toldOnce = createToldOnce();
  const isOneFile = options.as !== undefined || paths.includes('-');
  if (fixMode !== undefined && paths.includes('-')) throw new UserError('standard input can not be fixed');
  const oneFile = isOneFile ? await (await import('./one-file')).oneFileTree(paths, options) : undefined;
  for (const path of paths.length === 0 ? [pathWithin(options.root)] : paths) {
    const { ignored } = planFor(path);
    const { trees, fragments } =
      oneFile ?? (await time.phase('find', () => treesWithin(options.root, path, ignored)));
    for (const each of fragments)
      io.writeError(`f2blint: ${printable(each)} is a directory of fragments: not linted\n`);
    if (fixMode !== undefined && !options.diff) {
      const { recoverTree } = await import('./fix-trees');
      for (const { directory } of trees) recoverTree(directory, io);
    }
    const progress = createProgress(trees.length, options.quiet ? undefined : io);
    for (const [index, tree] of trees.entries()) {
      progress.at(index, tree.directory);
      const plan = planFor(tree.directory);
      if (plan.baseline !== undefined || options.updateBaseline !== undefined)
        baselines ??= (await import('./settle-baselines')).createBaselines(options.updateBaseline);
      const chosen = [...rules, ...(await policies.rulesOf(plan))];
      const found = await lintTree(tree, wanted, plan, chosen, factsFor, baselines);
      const isNew = tree.files === undefined ? () => true : toldOnce(found.outcome);
      linted.push({ plan, tree: { ...found, shows: each => found.shows(each) && isNew(each) } });
    }
    progress.end();
  }
  const together = options.maxWarnings !== undefined;
  const judged = settleUnused(linted);
  if (fixMode === undefined) return report(judged);
  const { fixTree, patchOf, writeTree } = await import('./fix-trees');
  const fixed = time.phase('fix', () => judged.map(({ tree }) => fixTree(tree, fixMode)));
  if (options.diff) {
    io.write(patchOf(fixed.flatMap(each => each.changes)));
    return exitCodeFor(judged, together);
  }
  for (const { tree, changes } of fixed) writeTree(tree.directory, changes, io);
  const left = judged.map(({ plan }, index) => ({ plan, tree: fixed[index]!.tree }));
  return report(left);

  async function report(done: readonly Judged[]): Promise<ExitCode> {
    const trees = baselines?.settle(done, paths, io) ?? done;
    const code = exitCodeFor(trees, together);
    const run = { rules: [...rules, ...policies.all()], exitCode: code };
    const outcomes = await time.phase('prove fixes', () => withFixes(trees, reports));
    await time.phase('report', () => printReports(reports, outcomes, run, options, io));
    if (options.timing) io.writeError(time.text());
    return code;
  }
}

/** Undefined where nothing is to be fixed. */
function readFixMode({ fix, diff }: LintOptions): FixMode | undefined {
  if (fix === undefined) return diff ? 'safe' : undefined;
  if (fix === 'safe' || fix === 'all') return fix;
  throw new UserError(`--fix=${fix} is not known`, 'say --fix, or --fix=all for those that need review too');
}

/** Programs are told which fixes are proven; a person asks with --diff. */
async function withFixes(judged: readonly Judged[], reports: ReportPlan): Promise<readonly Outcome[]> {
  const shown = judged.map(({ tree }) => shownOf(tree));
  if (!provesFixes(reports)) return shown;
  const { judgeTree } = await import('./fix-trees');
  return shown.map((outcome, index) => ({ ...outcome, fixes: judgeTree(judged[index]!.tree) }));
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
