import type { Snapshot } from '../files/snapshot';
import type { Facts } from '../host/facts';
import type { Release } from '../knowledge/release';
import type { Verdict } from '../preflight/preflight';
import { createPlaces, type Places } from '../resolve/places';
import { resolve, type Setup } from '../resolve/setup';
import { readSshdConfig, type Sshd } from '../sshd/sshd';
import type { Admin } from './admin';
import type { Diagnostic, Finding, Range } from './finding';
import type { JudgedFix } from './fix';
import type { FixResult } from './fix-result';
import { type Grade, graded } from './grade';
import { createModel, type Model } from './model';
import { locate, type Place } from './place';
import { type Rule, ruleValues } from './rule';
import { sortDiagnostics } from './sort';

/** How to lint. */
export interface LintConfig {
  readonly release: Release;
  readonly rules: readonly Rule[];
  /** Severities that were asked for, by rule id; a rule that is not in it grades itself. */
  readonly severities: ReadonlyMap<string, Grade>;
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
}

/** What came out. */
export interface Outcome {
  readonly setup: Setup;
  /** Sorted by file, place and rule. */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether `verdict` hangs on what templates print, so that nobody knows it. */
  readonly isVerdictOpen?: boolean;
  /** What fail2ban would do, as `preflight` says. */
  readonly verdict: Verdict;
  readonly sshd: Sshd | undefined;
  /** How many files were looked at. */
  readonly files: number;
  /** The fixes that were proven; where nobody asked for proof, none. */
  readonly fixes?: ReadonlyMap<Diagnostic, JudgedFix>;
  /** What became of the fixes where they were to be made. */
  readonly fixed?: FixResult;
}

/**
 * Reads, resolves and checks the configuration in a snapshot: the whole program but for reading disks and writing reports. `setup` is
 * the snapshot resolved for that release, where somebody has done so.
 */
export function lint(
  snapshot: Snapshot,
  config: LintConfig,
  setup = resolve(snapshot, config.release),
): Outcome {
  const { sshdConfig, sshdSnapshot = snapshot, facts = {} } = config;
  const sshd = sshdConfig === undefined ? undefined : readSshdConfig(sshdSnapshot, sshdConfig);
  const model = createModel(setup, sshd, facts, config.admin);
  const places = createPlaces(setup.sources);
  const diagnostics = config.rules.flatMap(rule => {
    const grade = config.severities.get(rule.id);
    return grade === 'off' ? [] : runRule(rule, model, places, grade, config.options?.get(rule.id));
  });
  const files = model.files.length + model.unchanged.length + (sshd?.walk.files.length ?? 0);
  return { setup, diagnostics: sortDiagnostics(diagnostics), verdict: model.preflight.verdict, sshd, files };
}

function runRule(
  rule: Rule,
  model: Model,
  places: Places,
  grade: Grade | undefined,
  options: ReadonlyMap<string, number> | undefined,
): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const report = (finding: Finding) => {
    const severity = graded(finding.severity ?? rule.severity, grade);
    if (severity === undefined) return;
    const range = (place: Place) => rangeOf(place, model.setup, places);
    diagnostics.push({
      rule: rule.id,
      severity,
      message: finding.message,
      range: range(finding.at),
      jail: finding.jail,
      option: finding.option,
      related: (finding.related ?? []).map(({ at, message }) => ({ range: range(at), message })),
      fix: finding.fix,
    });
  };
  try {
    rule.check(model, report, ruleValues(rule, options));
  } catch (error) {
    throw new Error(`rule ${rule.id} failed`, { cause: error });
  }
  return diagnostics;
}

/** Lines and columns of a place. */
export function rangeOf(place: Place, { sources }: Setup, places: Places): Range {
  if (place.kind === 'position') {
    const { line, column } = place.position;
    return { file: place.file, start: place.position, end: { line, column: column + 1 } };
  }
  const { file, span } = locate(place, sources);
  return { file, start: places.position(file, span.start), end: places.position(file, span.end) };
}
