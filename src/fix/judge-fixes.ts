import { sourceOf } from '../files/snapshot';
import type { Diagnostic } from '../lint/finding';
import type { JudgedFix } from '../lint/fix';
import type { FixOf } from '../lint/fix-result';
import type { Outcome } from '../lint/lint';
import { ownOptions } from '../resolve/effective';
import { valueText } from '../resolve/effective-values';
import { lineIndex } from '../text/line-index';
import { candidatesIn } from './apply-fixes';
import { planFix } from './plan';
import { prove } from './proof';
import type { Workbench } from './state';
import { type TextEdit, touch } from './text-edit';

/** Characters of the files with findings and of what jails inherit; nobody writes as many, and each proof reads them all again. */
const mostText = 2_000_000;

interface Planned {
  readonly candidate: FixOf;
  readonly edits: readonly TextEdit[];
  readonly removed: readonly string[];
}

/**
 * The fixes of a configuration that are proven, each by itself or together with others that are: `safe`, or `review` where the admin
 * has a decision to make. What is refused is left out, and so is every edit of a configuration of megabytes. A fix that is a command is
 * given as one, for review.
 */
export function judgeFixes(
  workbench: Workbench,
  isWanted: (diagnostic: Diagnostic) => boolean = () => true,
): ReadonlyMap<Diagnostic, JudgedFix> {
  const { outcome } = workbench.start;
  const judged = new Map<Diagnostic, JudgedFix>();
  const diagnostics = outcome.diagnostics.filter(isWanted);
  for (const diagnostic of diagnostics) {
    const { title, command } = diagnostic.fix ?? {};
    if (title !== undefined && command !== undefined)
      judged.set(diagnostic, { title, safety: 'review', edits: [], command });
  }
  if (textLength(outcome) > mostText) return judged;
  const planned = candidatesIn(diagnostics).flatMap(candidate => {
    const plan = planFix(outcome.setup, candidate.fix);
    return plan.kind === 'refused' ? [] : [{ candidate, edits: plan.edits, removed: plan.removed }];
  });
  for (const group of apart(planned)) {
    for (const each of provenIn(workbench, group)) {
      const { diagnostic, fix } = each.candidate;
      judged.set(diagnostic, {
        title: fix.title,
        safety: fix.decision === undefined ? 'safe' : 'review',
        edits: each.edits.map(edit => placed(workbench, edit)),
      });
    }
  }
  return judged;
}

function textLength({ setup, diagnostics }: Outcome): number {
  const files = new Set([...setup.jailFamily.files, ...diagnostics.map(({ range }) => range.file)]);
  const inherited = ownOptions(setup.jailLookup, 'DEFAULT').map(each => valueText(each)?.length ?? 0);
  const perJail = inherited.reduce((sum, length) => sum + length, 0);
  return [...files].reduce((sum, { text }) => sum + text.length, perJail * setup.jails.length);
}

/** Groups in which no fix touches another. */
function apart(planned: readonly Planned[]): readonly (readonly Planned[])[] {
  const groups: Planned[][] = [];
  for (const each of planned) {
    const isFree = (other: Planned) => !other.edits.some(a => each.edits.some(b => touch(a, b)));
    const group = groups.find(others => others.every(isFree));
    if (group === undefined) groups.push([each]);
    else group.push(each);
  }
  return groups;
}

function provenIn(workbench: Workbench, fixes: readonly Planned[]): readonly Planned[] {
  const { start } = workbench;
  const after = workbench.edit(
    start,
    fixes.flatMap(each => each.edits),
    fixes.flatMap(each => each.removed),
  );
  const proof = prove(
    start,
    after,
    fixes.map(each => each.candidate),
  );
  if (proof.kind === 'proven') return fixes;
  if (fixes.length === 1) return [];
  const half = Math.ceil(fixes.length / 2);
  return [fixes.slice(0, half), fixes.slice(half)].flatMap(part => provenIn(workbench, part));
}

function placed(workbench: Workbench, { path, start, end, text }: TextEdit): JudgedFix['edits'][number] {
  const index = lineIndex(workbench.text(path));
  return {
    path: sourceOf(workbench.entry(path), path),
    start: index.position(start),
    end: index.position(end),
    text,
  };
}
