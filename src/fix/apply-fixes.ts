import type { Diagnostic } from '../lint/finding';
import type { FixOf, FixResult, RefusedFix } from '../lint/fix-result';
import { findingKey } from './finding-key';
import { planFix } from './plan';
import { prove } from './proof';
import type { FixState, Workbench } from './state';
import { type TextEdit, touch } from './text-edit';

/** The tree with the fixes made, and what became of each. */
export interface FixRun extends FixResult {
  readonly state: FixState;
}

/**
 * Applies fixes until none is left that can be: those that touch each other come one after another, each on the tree as the one before
 * left it. All that can be are proven together; where that fails, half of them are tried, down to the one that can't be. Only the
 * findings that are wanted are fixed.
 */
export function applyFixes(
  workbench: Workbench,
  withDecisions: boolean,
  isWanted: (diagnostic: Diagnostic) => boolean = () => true,
): FixRun {
  let state = workbench.start;
  const applied: FixOf[] = [];
  const refused = new Map<string, RefusedFix>();
  // a decision may bring a note whose fix takes it back: no state comes twice, so this ends
  const seen = new Set([nameOfState(state)]);
  for (;;) {
    const candidates = wanted(state.outcome.diagnostics.filter(isWanted), withDecisions).filter(
      each => !refused.has(nameOf(each)),
    );
    if (candidates.length === 0) break;
    const step = tryBatch(workbench, state, candidates, withDecisions);
    if (step.kind === 'refused') {
      for (const each of step.refused) refused.set(nameOf(each), each);
      continue;
    }
    if (seen.has(nameOfState(step.state))) {
      for (const each of step.applied) refused.set(nameOf(each), { ...each, why: 'it undoes another fix' });
      continue;
    }
    state = step.state;
    seen.add(nameOfState(state));
    applied.push(...step.applied);
    // what was refused before may stand on another tree now
    refused.clear();
  }
  const held = withDecisions
    ? []
    : candidatesIn(state.outcome.diagnostics.filter(isWanted)).filter(
        each => each.fix.decision !== undefined,
      );
  return { state, applied, held, refused: [...refused.values()] };
}

/** The findings whose fix is an edit. */
export function candidatesIn(diagnostics: readonly Diagnostic[]): readonly FixOf[] {
  return diagnostics.flatMap(diagnostic => {
    const { fix } = diagnostic;
    return fix === undefined || fix.edits.length === 0 ? [] : [{ diagnostic, fix }];
  });
}

type Step =
  | { readonly kind: 'applied'; readonly state: FixState; readonly applied: readonly FixOf[] }
  | { readonly kind: 'refused'; readonly refused: readonly RefusedFix[] };

function tryBatch(
  workbench: Workbench,
  state: FixState,
  candidates: readonly FixOf[],
  withDecisions: boolean,
): Step {
  const planned = planTogether(state, candidates);
  if (planned.fixes.length === 0) return { kind: 'refused', refused: planned.refused };
  for (let fixes = planned.fixes; ; fixes = fixes.slice(0, Math.ceil(fixes.length / 2))) {
    const proven = tryFixes(workbench, state, fixes, withDecisions);
    if (proven.kind === 'applied') return proven;
    if (fixes.length === 1)
      return { kind: 'refused', refused: [...planned.refused, { ...fixes[0]!.candidate, why: proven.why }] };
  }
}

/** How many fixes one fix may need behind it. */
const longestChain = 8;

/** Makes fixes and proves them; where they bring a finding to light that has a fix itself, together with that. */
function tryFixes(
  workbench: Workbench,
  state: FixState,
  fixes: readonly PlannedFix[],
  withDecisions: boolean,
): Extract<Step, { kind: 'applied' }> | { readonly kind: 'refused'; readonly why: string } {
  const candidates = fixes.map(each => each.candidate);
  let after = editAll(workbench, state, fixes);
  const further: FixOf[] = [];
  for (;;) {
    const proof = prove(state, after, candidates, further);
    if (proof.kind === 'proven')
      return { kind: 'applied', state: after, applied: [...candidates, ...further] };
    const next = proof.fresh === undefined ? [] : wanted([proof.fresh], withDecisions);
    const { fixes: planned } = planTogether(after, next);
    if (planned.length === 0 || further.length >= longestChain) return proof;
    after = editAll(workbench, after, planned);
    further.push(...next);
  }
}

function editAll(workbench: Workbench, state: FixState, fixes: readonly PlannedFix[]): FixState {
  const edits = fixes.flatMap(each => each.edits);
  return workbench.edit(
    state,
    edits,
    fixes.flatMap(each => each.removed),
  );
}

function wanted(diagnostics: readonly Diagnostic[], withDecisions: boolean): readonly FixOf[] {
  return candidatesIn(diagnostics).filter(each => withDecisions || each.fix.decision === undefined);
}

interface PlannedFix {
  readonly candidate: FixOf;
  readonly edits: readonly TextEdit[];
  readonly removed: readonly string[];
}

/** Plans fixes for one tree; one that touches what an earlier one edits waits. */
function planTogether(
  { outcome: { setup } }: FixState,
  candidates: readonly FixOf[],
): { readonly fixes: readonly PlannedFix[]; readonly refused: readonly RefusedFix[] } {
  const fixes: PlannedFix[] = [];
  const refused: RefusedFix[] = [];
  const taken: TextEdit[] = [];
  for (const candidate of candidates) {
    const plan = planFix(setup, candidate.fix);
    if (plan.kind === 'refused') {
      refused.push({ ...candidate, why: plan.why });
      continue;
    }
    const { edits, removed } = plan;
    if (edits.some(edit => taken.some(other => touch(edit, other)))) continue;
    taken.push(...edits);
    fixes.push({ candidate, edits, removed });
  }
  return { fixes, refused };
}

function nameOfState({ texts }: FixState): string {
  return JSON.stringify([...texts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The same fix of the same finding, though lines have moved. */
function nameOf({ diagnostic, fix }: FixOf): string {
  return `${findingKey(diagnostic)}\n${diagnostic.message}\n${fix.title}`;
}
