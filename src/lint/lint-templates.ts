import type { Snapshot } from '../files/snapshot';
import { lineIndex } from '../text/line-index';
import type { Diagnostic } from './finding';
import type { LintConfig, Outcome } from './lint';
import { sortDiagnostics } from './sort';
import { branchesOf, createRounds, leastBranch, type Way } from './templates/choice-tree';
import { saysWhatIsMissing } from './templates/missing-things';
import { type Lint, runTrial, type TrialResult } from './templates/run-trial';
import { type TemplateFile, templateFiles } from './templates/template-files';
import { templateSources } from './templates/template-sources';
import type { Trial } from './templates/trial';

/** So many ways through the branches of the templates are tried at most; no more than a few are needed to see each once. */
const mostRounds = 8;

/** So many findings in different branches are each tried with nothing else printed; the rest is grouped. */
const mostWays = 24;

/**
 * Lints a configuration some files of which are templates, by trial: the templates are printed in several ways, with other texts in the
 * place of expressions and other branches of statements, and what is reported is what holds in each of them. Ranges are those
 * of the templates. `lint` is what lints one of them. Nothing is fixed.
 */
export function lintTemplates(snapshot: Snapshot, config: LintConfig, lint: Lint): Outcome {
  const files = templateFiles(snapshot);
  const run = (trial: Trial) => runTrial(snapshot, config, lint, files, trial);
  const results = firstTrials(files).map(run);
  const [first] = results;
  const least: Trial = {
    values: 1,
    isOpen: false,
    keepsIndent: false,
    take: (_, choice) => leastBranch(choice),
  };
  const isPlain = files.every(({ template }) => template.tags.length === 0);
  if (!isPlain) results.push(run(least));
  const ways = createWaysOf(files);
  const agreed = candidates(results).filter(each => holdsInAll(each, results, ways));
  const kept = isPlain ? agreed : confirm(agreed, files, ways, run);
  const isOpen = results.some(({ printed }) => printed.names.size > 0);
  const diagnostics = kept.map(each => each.diagnostic).filter(each => !isOpen || !saysWhatIsMissing(each));
  const verdicts = new Set(results.map(({ outcome }) => outcome.verdict));
  const { setup } = first!.outcome;
  return {
    ...first!.outcome,
    setup: { ...setup, snapshot, sources: templateSources(setup.sources, files, results) },
    diagnostics: sortDiagnostics(diagnostics),
    ...(verdicts.size > 1 && { isVerdictOpen: true }),
  };
}

/** Every branch of every template is printed in one of them. */
function firstTrials(files: readonly TemplateFile[]): readonly Trial[] {
  const trials: Trial[] = [];
  const rounds = new Map(files.map(({ file, template }) => [file.path, createRounds(template)]));
  const printed: Map<string, number>[] = [];
  do {
    const taken = new Map<string, number>();
    const round = trials.length;
    printed.push(taken);
    // what is taken is remembered, as the trial is run later
    for (const { file, template } of files) {
      const { take } = rounds.get(file.path)!;
      const visit = (nodes: typeof template.nodes): void => {
        for (const node of nodes) {
          if (node.kind !== 'choice') continue;
          const branch = take(node);
          taken.set(`${file.path} ${node.id}`, branch);
          visit(node.branches[branch] ?? []);
        }
      };
      visit(template.nodes);
    }
    trials.push({
      values: round % 2 === 0 ? 0 : 1,
      isOpen: false,
      keepsIndent: false,
      take: (file, choice) => taken.get(`${file.path} ${choice.id}`) ?? leastBranch(choice),
    });
  } while (trials.length < mostRounds && [...rounds.values()].some(each => !each.isDone()));
  return trials;
}

interface Candidate {
  readonly key: string;
  readonly diagnostic: Diagnostic;
}

function candidates(results: readonly TrialResult[]): readonly Candidate[] {
  const found = new Map<string, Diagnostic>();
  for (const { findings } of results)
    for (const [key, each] of findings) if (!found.has(key)) found.set(key, each);
  return [...found].map(([key, diagnostic]) => ({ key, diagnostic }));
}

/** Where a finding stands in a template: undefined for one in another file. */
interface Spot {
  readonly path: string;
  readonly offset: number;
  readonly way: Way;
}

type SpotOf = (diagnostic: Diagnostic) => Spot | undefined;

function createWaysOf(files: readonly TemplateFile[]): SpotOf {
  const byPath = new Map(files.map(each => [each.file.path, { each, lines: lineIndex(each.file.text) }]));
  return ({ range: { file, start } }) => {
    const found = byPath.get(file.path);
    if (found === undefined) return undefined;
    const offset = (found.lines.line(start.line)?.start ?? 0) + start.column - 1;
    return { path: file.path, offset, way: found.each.wayTo(offset) };
  };
}

/** Whether a finding is there in each trial that prints the place it stands at. */
function holdsInAll(
  { key, diagnostic }: Candidate,
  results: readonly TrialResult[],
  spotOf: SpotOf,
): boolean {
  const spot = spotOf(diagnostic);
  return results.every(
    ({ findings, printed }) =>
      findings.has(key) ||
      (spot?.way !== undefined && printed.files.get(spot.path)?.map.prints(spot.offset) === false),
  );
}

/** The candidates that hold also where nothing is printed but what they stand in, and any option in the sections that are open. */
function confirm(
  agreed: readonly Candidate[],
  files: readonly TemplateFile[],
  spotOf: SpotOf,
  run: (trial: Trial) => TrialResult,
): readonly Candidate[] {
  const groups = new Map<string, { readonly branches: Map<string, number>; readonly members: Candidate[] }>();
  const seen = new Map<string, string>();
  for (const candidate of agreed) {
    const spot = spotOf(candidate.diagnostic);
    const branches = [...branchesOf(spot?.way)].map(
      ([choice, branch]) => [`${spot!.path} ${choice}`, branch] as const,
    );
    const name = branches.map(each => each.join(' ')).join('\n');
    const known = seen.get(name) ?? (seen.size < mostWays ? name : `${seen.size % mostWays}`);
    seen.set(name, known);
    const group = groups.get(known) ?? { branches: new Map<string, number>(), members: [] as Candidate[] };
    groups.set(known, group);
    group.members.push(candidate);
    for (const [choice, branch] of branches)
      if (!group.branches.has(choice)) group.branches.set(choice, branch);
  }
  const mayIndent = files.some(each => each.indented !== undefined);
  return [...groups.values()].flatMap(({ branches, members }) => {
    const trial: Trial = {
      values: 2,
      isOpen: true,
      keepsIndent: false,
      take: (file, choice) => branches.get(`${file.path} ${choice.id}`) ?? leastBranch(choice),
    };
    const open = run(trial).findings;
    const held = members.filter(each => open.has(each.key));
    if (!mayIndent || !held.some(isSyntax)) return held;
    const indented = run({ ...trial, isOpen: false, keepsIndent: true }).findings;
    return held.filter(each => !isSyntax(each) || indented.has(each.key));
  });
}

/** What indentation decides. */
function isSyntax({ diagnostic }: Candidate): boolean {
  return diagnostic.rule.startsWith('syntax/');
}
