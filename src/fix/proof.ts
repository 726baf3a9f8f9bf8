import type { Diagnostic } from '../lint/finding';
import type { FixOf } from '../lint/fix-result';
import type { Outcome } from '../lint/lint';
import { changedValues, type ValueChange, valueText } from '../resolve/effective-values';
import { quote } from '../text/excerpt';
import { undeclared } from './declared';
import { countFindings, findingKey, findingKeyAnywhere } from './finding-key';
import { sshdObjection } from './sshd-changes';
import type { FixState } from './state';

export type Proof =
  | { readonly kind: 'proven'; readonly changes: readonly ValueChange[] }
  | {
      readonly kind: 'refused';
      readonly why: string /** The first that was not there before. */;
      readonly fresh?: Diagnostic;
    };

/**
 * Whether fixes did what they are for, and nothing else: their findings are gone, none has come, fail2ban comes up at least as well,
 * and no effective value differs but those they declare. A decision may bring a note. `further` are fixes that were made of what they brought to light.
 */
export function prove(
  before: FixState,
  after: FixState,
  fixed: readonly FixOf[],
  further: readonly FixOf[] = [],
): Proof {
  const found = everyFinding(after.outcome);
  const left = countFindings(found);
  const renamed = new Map([...fixed, ...further].flatMap(({ fix }) => [...(fix.renamed ?? [])]));
  const keyBefore = (each: Diagnostic) => findingKey(each, renamed);
  const allowed = new Map(countFindings(everyFinding(before.outcome), keyBefore));
  for (const { diagnostic } of fixed) {
    const key = findingKey(diagnostic, renamed);
    allowed.set(key, (allowed.get(key) ?? 0) - 1);
    if ((left.get(key) ?? 0) > allowed.get(key)!) return refuse('the finding would still be there');
  }
  // what runs again has its notes, which nobody gives for a jail that does not, and so may a decision
  const isNote = (each: Diagnostic) =>
    each.severity === 'info' &&
    fixed.every(({ diagnostic, fix }) => diagnostic.severity === 'error' || fix.decision !== undefined);
  const isMoved = movedFindings(before, after, fixed);
  const isFresh = (each: Diagnostic) =>
    (left.get(findingKey(each)) ?? 0) > (allowed.get(findingKey(each)) ?? 0) &&
    !isNote(each) &&
    !isMoved(each) &&
    !isLeftOver(each);
  const fresh = found.find(isFresh) ?? firstRevealed(before.outcome, after.outcome, keyBefore);
  if (fresh !== undefined)
    return { ...refuse(`it would bring a new finding, ${fresh.rule}: ${fresh.message}`), fresh };
  if (verdictRank(after) < verdictRank(before)) return refuse('fail2ban would no longer come up');
  const paths = new Set(
    [...before.texts.keys(), ...after.texts.keys()].filter(
      path => before.texts.get(path) !== after.texts.get(path),
    ),
  );
  const changes = changedValues(before.outcome.setup, after.outcome.setup, paths);
  const declared = [...fixed, ...further].flatMap(({ fix }) => fix.changes);
  const [other] = undeclared(changes, declared, after.outcome.setup);
  if (other !== undefined) return refuse(`it would also change ${describeChange(other)}`);
  const why = sshdObjection(
    before.outcome.sshd,
    after.outcome.sshd,
    [...fixed, ...further].flatMap(({ fix }) => fix.sshd ?? []),
  );
  return why === undefined ? { kind: 'proven', changes } : refuse(why);
}

/** All findings, those that are hidden too: a fix brings none of them either. */
function everyFinding({ diagnostics, suppressed }: Outcome): readonly Diagnostic[] {
  return suppressed.length === 0
    ? diagnostics
    : [...diagnostics, ...suppressed.map(({ diagnostic }) => diagnostic)];
}

/** A suppression that has nothing to hide any more, as what it hid has been mended; its own fix removes it. */
function isLeftOver({ rule }: Diagnostic): boolean {
  return rule === 'suppression/unused';
}

/** The first finding that was hidden before and no longer is. */
function firstRevealed(
  before: Outcome,
  after: Outcome,
  keyBefore: (each: Diagnostic) => string,
): Diagnostic | undefined {
  if (before.suppressed.length === 0) return undefined;
  const hidden = countFindings(
    before.suppressed.map(({ diagnostic }) => diagnostic),
    keyBefore,
  );
  const shown = countFindings(before.diagnostics, keyBefore);
  const now = countFindings(after.diagnostics);
  return after.diagnostics.find(each => {
    const key = findingKey(each);
    return hidden.has(key) && (now.get(key) ?? 0) > (shown.get(key) ?? 0);
  });
}

/** Tells the findings that say of another file what was said before, as the setting they are about has moved there. */
function movedFindings(
  before: FixState,
  after: FixState,
  fixed: readonly FixOf[],
): (diagnostic: Diagnostic) => boolean {
  const mended = new Set(fixed.map(({ diagnostic }) => diagnostic));
  const old = countFindings(
    everyFinding(before.outcome).filter(each => !mended.has(each)),
    findingKeyAnywhere,
  );
  const now = countFindings(everyFinding(after.outcome), findingKeyAnywhere);
  return each => {
    const key = findingKeyAnywhere(each);
    return (now.get(key) ?? 0) <= (old.get(key) ?? 0);
  };
}

function refuse(why: string) {
  return { kind: 'refused', why } as const;
}

/** How well fail2ban comes up: 0 not at all, 1 without a jail, 2 with one. */
export function verdictRank({ outcome: { verdict } }: FixState): number {
  return ['down', 'nothing', 'up'].indexOf(verdict);
}

/** A change in words: `bantime in [sshd] from "10m" to "1h"`. */
export function describeChange({ family, section, option, before, after }: ValueChange): string {
  const where = family === 'jail' ? '' : ` of ${family}`;
  const [from, to] = [before, after].map(each =>
    each === undefined ? 'nothing' : quote(valueText(each) ?? ''),
  );
  return `${option} in [${section}]${where} from ${from} to ${to}`;
}
