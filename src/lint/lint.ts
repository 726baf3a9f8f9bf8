import type { Snapshot } from '../files/snapshot';
import type { Facts } from '../host/facts';
import type { Release } from '../knowledge/release';
import type { Verdict } from '../preflight/preflight';
import { createPlaces } from '../resolve/places';
import { resolve, type Setup } from '../resolve/setup';
import { readSshdConfig, type Sshd } from '../sshd/sshd';
import type { Admin } from './admin';
import { type Baseline, heedBaseline } from './baseline/baseline';
import type { Diagnostic } from './finding';
import type { JudgedFix } from './fix';
import type { FixResult } from './fix-result';
import type { Grade } from './grade';
import { gradesAt, isOffEverywhere, type LocalSeverities } from './grades';
import { createModel } from './model';
import type { Rule } from './rule';
import { runRule } from './run-rule';
import { sortDiagnostics } from './sort';
import { hasComments, sift } from './suppression/sift';
import type { JudgedDirective, SuppressedFinding } from './suppression/suppress';
import { watchModel } from './watched-model';

/** How to lint. */
export interface LintConfig {
  readonly release: Release;
  readonly rules: readonly Rule[];
  /** Severities that were asked for, by rule id; a rule that is not in it grades itself. */
  readonly severities: ReadonlyMap<string, Grade>;
  /** What was asked for in some files alone, the last first. */
  readonly localSeverities?: readonly LocalSeverities[];
  /** Options of rules that were set, by rule id and name. */
  readonly options?: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** What is known about the host the configuration is for. */
  readonly facts?: Facts;
  /** What the admin has decided for fixes. */
  readonly admin?: Admin;
  /** Path of the sshd_config that belongs to the tree. Its directory stands for `/etc/ssh`, and what is above …/etc/ssh for `/`. */
  readonly sshdConfig?: string;
  /** Where it is, with what it includes; without this in the snapshot of the tree. */
  readonly sshdSnapshot?: Snapshot;
  /** The date, `2026-11-21`, by which suppressions expire; without it none does. */
  readonly today?: string;
  /** Runs one rule; for who wants to know how long that takes. */
  readonly around?: <Result>(rule: string, run: () => Result) => Result;
  /** Findings that are known. */
  readonly baseline?: Baseline;
}

/** What came out. */
export interface Outcome {
  readonly setup: Setup;
  /** What is reported, sorted by file, place and rule. */
  readonly diagnostics: readonly Diagnostic[];
  /** What is not, and why; in the same order. */
  readonly suppressed: readonly SuppressedFinding[];
  /** Whether `verdict` hangs on what templates print, so that nobody knows it. */
  readonly isVerdictOpen?: boolean;
  /** What fail2ban would do, as `preflight` says. */
  readonly verdict: Verdict;
  readonly sshd: Sshd | undefined;
  /** Ids of the rules that have looked with all they need, where there is a baseline or a comment of f2blint. */
  readonly heard: ReadonlySet<string>;
  /** How many files were looked at. */
  readonly files: number;
  /** The fixes that were proven; where nobody asked for proof, none. */
  readonly fixes?: ReadonlyMap<Diagnostic, JudgedFix>;
  /** What became of the fixes where they were to be made. */
  readonly fixed?: FixResult;
}

/** A rule that no configuration asks for, as it is made from a policy; comments may name it all the same. */
const policyRuleId = 'policy/schema';

/**
 * Reads, resolves and checks the configuration in a snapshot: the whole program but for reading disks and writing reports. `setup` is
 * the snapshot resolved for that release, where somebody has done so.
 */
export function lint(
  snapshot: Snapshot,
  config: LintConfig,
  setup = resolve(snapshot, config.release),
): Outcome {
  const { sshdConfig, sshdSnapshot = snapshot, facts = {}, severities, localSeverities } = config;
  const sshd = sshdConfig === undefined ? undefined : readSshdConfig(sshdSnapshot, sshdConfig);
  let directives: readonly JudgedDirective[] = [];
  const plain = createModel(setup, sshd, facts, config.admin, () => directives);
  const watched = config.baseline !== undefined || hasComments(plain) ? watchModel(plain) : undefined;
  const model = watched?.model ?? plain;
  const places = createPlaces(setup.sources);
  const gradeAt = gradesAt(severities, localSeverities);
  const { around = (_, check) => check() } = config;
  const run = (rule: Rule) =>
    around(rule.id, () => runRule(rule, model, places, gradeAt, config.options?.get(rule.id)));
  const wanted = config.rules.filter(({ id }) => !isOffEverywhere(id, severities, localSeverities));
  const heard = new Set<string>();
  const found = wanted
    .filter(rule => rule.isLast !== true)
    .flatMap(rule => {
      const diagnostics = run(rule);
      // with errors only, nobody hears what else it has to say
      const isWhole = severities.get(rule.id) !== 'errors-only';
      if (watched?.wasLacking() === false && isWhole) heard.add(rule.id);
      return diagnostics;
    });
  const sifted = sift(sortDiagnostics(found), model, {
    known: new Set([...config.rules.map(({ id }) => id), policyRuleId]),
    today: config.today,
    hasLooked: (rule, path) => heard.has(rule) && gradeAt(rule, path) !== 'off',
  });
  directives = sifted.directives;
  const about = directives.length === 0 ? [] : wanted.filter(rule => rule.isLast).flatMap(run);
  const files = model.files.length + model.unchanged.length + (sshd?.walk.files.length ?? 0);
  for (const rule of wanted) if (rule.isLast && watched !== undefined) heard.add(rule.id);
  const filtered = {
    diagnostics: about.length === 0 ? sifted.kept : sortDiagnostics([...sifted.kept, ...about]),
    suppressed: sifted.suppressed,
  };
  return {
    setup,
    ...(config.baseline === undefined ? filtered : heedBaseline(filtered, setup, config.baseline)),
    heard,
    verdict: model.preflight.verdict,
    sshd,
    files,
  };
}
