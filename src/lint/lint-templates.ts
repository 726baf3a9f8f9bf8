import type { Snapshot } from '../files/snapshot';
import { heedBaseline } from './baseline/baseline';
import type { LintConfig, Outcome } from './lint';
import { compareDiagnostics, sortDiagnostics } from './sort';
import type { SuppressedFinding } from './suppression/suppress';
import { confirmFindings } from './templates/confirm';
import { saysWhatIsMissing } from './templates/missing-things';
import { roundTrials } from './templates/rounds';
import { type Lint, runTrial, type TrialResult } from './templates/run-trial';
import { createSpots, type Spot, type SpotOf } from './templates/spots';
import { templateFiles } from './templates/template-files';
import { templateSources } from './templates/template-sources';
import type { Trial } from './templates/trial';

/**
 * Lints a configuration some files of which are templates, by trial: the templates are printed in several ways, with other texts in the
 * place of expressions and other branches of statements, and what is reported is what holds in each of them. Ranges are those
 * of the templates. `lint` is what lints one of the ways. There are no fixes.
 */
export function lintTemplates(snapshot: Snapshot, config: LintConfig, lint: Lint): Outcome {
  const files = templateFiles(snapshot);
  const { baseline, ...rest } = config;
  // what is known is known of the templates, not of what they print
  const trialConfig =
    baseline === undefined ? rest : { ...rest, baseline: { ...baseline, counts: new Map() } };
  const run = (trial: Trial) => runTrial(snapshot, trialConfig, lint, files, trial);
  const rounds = roundTrials(files).map(run);
  const spotOf = createSpots(files);
  const agreed = agreedKeys(rounds, each => each.findings, spotOf);
  const { findings, results } = files.some(({ template }) => template.tags.length > 0)
    ? confirmFindings(agreed, rounds, files, run)
    : { findings: [...rounds[0]!.findings.values()].flat(), results: [] };
  const mayDefineJails = rounds.some(({ printed }) => printed.names.size > 0);
  const outcome = rounds[0]!.outcome;
  const all = [...rounds, ...results];
  const verdicts = new Set(all.map(each => each.outcome.verdict));
  const sources = templateSources(outcome.setup.sources, files, all);
  const setup = { ...outcome.setup, snapshot, sources };
  const found = {
    diagnostics: sortDiagnostics(findings.filter(each => !mayDefineJails || !saysWhatIsMissing(each))),
    suppressed: agreedSuppressed(rounds, spotOf),
  };
  return {
    ...outcome,
    setup,
    ...(baseline === undefined ? found : heedBaseline(found, setup, baseline)),
    ...(verdicts.size > 1 && { isVerdictOpen: true }),
  };
}

/** What comments suppress in each trial that prints the place. */
function agreedSuppressed(rounds: readonly TrialResult[], spotOf: SpotOf): readonly SuppressedFinding[] {
  const keys = agreedKeys(
    rounds,
    each => each.suppressed,
    ({ diagnostic }) => spotOf(diagnostic),
  );
  return [...keys.keys()]
    .flatMap(key => rounds.find(each => each.suppressed.has(key))!.suppressed.get(key)!)
    .sort((a, b) => compareDiagnostics(a.diagnostic, b.diagnostic));
}

/** Rules and places of what is found in each trial that prints the place. */
function agreedKeys<Found>(
  rounds: readonly TrialResult[],
  foundIn: (round: TrialResult) => ReadonlyMap<string, readonly Found[]>,
  spotOf: (found: Found) => Spot | undefined,
): ReadonlyMap<string, Spot | undefined> {
  const agreed = new Map<string, Spot | undefined>();
  for (const round of rounds) {
    for (const [key, [first]] of foundIn(round)) {
      if (agreed.has(key)) continue;
      const spot = spotOf(first!);
      const holds = rounds.every(
        each =>
          foundIn(each).has(key) ||
          (spot?.way !== undefined && each.printed.files.get(spot.path)?.map.prints(spot.offset) === false),
      );
      if (holds) agreed.set(key, spot);
    }
  }
  return agreed;
}
