import type { Snapshot } from '../files/snapshot';
import { heedBaseline } from './baseline/baseline';
import type { LintConfig, Outcome } from './lint';
import { sortDiagnostics } from './sort';
import { confirmFindings } from './templates/confirm';
import { saysWhatIsMissing } from './templates/missing-things';
import { roundTrials } from './templates/rounds';
import { type Lint, runTrial, type TrialResult } from './templates/run-trial';
import { createSpots, type SpotOf } from './templates/spots';
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
  const agreed = agreedKeys(rounds, spotOf);
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
    suppressed: rounds[0]!.suppressed,
  };
  return {
    ...outcome,
    setup,
    ...(baseline === undefined ? found : heedBaseline(found, setup, baseline)),
    ...(verdicts.size > 1 && { isVerdictOpen: true }),
  };
}

/** Rules and places of the findings that are there in each trial that prints the place. */
function agreedKeys(rounds: readonly TrialResult[], spotOf: SpotOf): ReadonlyMap<string, ReturnType<SpotOf>> {
  const agreed = new Map<string, ReturnType<SpotOf>>();
  for (const { findings } of rounds) {
    for (const [key, [first]] of findings) {
      if (agreed.has(key)) continue;
      const spot = spotOf(first!);
      const holds = rounds.every(
        each =>
          each.findings.has(key) ||
          (spot?.way !== undefined && each.printed.files.get(spot.path)?.map.prints(spot.offset) === false),
      );
      if (holds) agreed.set(key, spot);
    }
  }
  return agreed;
}
