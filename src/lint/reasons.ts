import type { Effect, Reason } from '../preflight/reason';
import type { Fix } from './fix';
import { type JoinedReason, joinReasons } from './join-reasons';
import { mendFix } from './mend-fix';
import type { Model } from './model';
import { type GradedFinding, onePerPlace } from './one-per-place';
import { type Location, locate } from './place';
import { overlap, placesToldElsewhere } from './told-elsewhere';

/** Makes the fix for a reason, where that takes more than other characters in one place. */
export type FixMaker = (reason: Reason) => Fix | undefined;

/**
 * Why fail2ban would not start, or would leave out a jail: the reasons of `preflight` that belong to one rule, each fault once. What
 * another rule says better is left out: a comment behind a value, a line that was mangled, a filter or action that is there but can't be read.
 */
export function reasonsOf(model: Model, rule: string, mend?: FixMaker): readonly GradedFinding[] {
  if (model.preflight.reasons.length === 0) return [];
  return untoldReasons(model)
    .filter(({ reason }) => reason.rule === rule)
    .map(each => findingOf(model, each, mend));
}

/**
 * The findings of a rule, and the reasons under its id that none of its errors tells: none at the same place, and none about the
 * same option of the same jails.
 */
export function withReasons(
  model: Model,
  rule: string,
  findings: readonly GradedFinding[],
  mend?: FixMaker,
): readonly GradedFinding[] {
  if (model.preflight.reasons.length === 0) return onePerPlace(model.setup, findings);
  const errors = findings.filter(each => each.severity === 'error');
  const isTold = (jail: string | undefined, option: string | undefined) =>
    errors.some(each => each.jail === jail && each.option === option);
  const untold = untoldReasons(model).filter(({ reason, jails }) => {
    if (reason.rule !== rule) return false;
    return !(jails.length === 0 ? [undefined] : jails).every(jail => isTold(jail, reason.option));
  });
  return onePerPlace(model.setup, [...findings, ...untold.map(each => findingOf(model, each, mend))]);
}

const byModel = new WeakMap<Model, readonly JoinedReason[]>();

function untoldReasons(model: Model): readonly JoinedReason[] {
  const known = byModel.get(model) ?? findUntoldReasons(model);
  byModel.set(model, known);
  return known;
}

function findUntoldReasons(model: Model): readonly JoinedReason[] {
  const told = placesToldElsewhere(model);
  const untold = model.preflight.reasons.filter(
    reason => !isToldElsewhere(model, reason, told) && !isUnreadable(model, reason),
  );
  return joinReasons(model.setup, untold);
}

function isToldElsewhere({ setup }: Model, { place }: Reason, told: readonly Location[]): boolean {
  if (told.length === 0 || place.kind === 'position') return false;
  const location = locate(place, setup.sources);
  return told.some(each => overlap(each, location));
}

/** Whether a filter or action is only missing because its file can't be read, which that file is told for. */
function isUnreadable({ setup }: Model, { code, jail }: Reason): boolean {
  if (code !== 'filter-not-found' && code !== 'action-not-found') return false;
  const skipped = setup.jails.find(each => each.name === jail)?.skipped;
  if (skipped === undefined) return false;
  return setup.loadFamily(`${skipped.what}.d/${skipped.text.value}`).skipped.length > 0;
}

function findingOf(
  { setup }: Model,
  { reason, jails }: JoinedReason,
  mend: FixMaker = () => undefined,
): GradedFinding {
  const { problem, advice, effect, place, option } = reason;
  const fix = mend(reason) ?? mendFix(setup, reason.mend);
  const several = jails.length > 1 && effect === 'down' ? ` (${jails.length} jails: ${someOf(jails)})` : '';
  return {
    at: place,
    message: `${problem}${several}; ${words[effect](jails)}${advice === undefined ? '' : ` - ${advice}`}`,
    // the admin has allowed for it
    severity: effect === 'skipped' && reason.code === 'log-file-missing' ? 'info' : 'error',
    ...(option !== undefined && { option }),
    ...(jails.length === 1 && { jail: jails[0]! }),
    ...(fix && { fix }),
  };
}

const words: Readonly<Record<Effect, (jails: readonly string[]) => string>> = {
  down: () => 'fail2ban will not start',
  skipped: areSkipped,
  'none-left': jails => `${areSkipped(jails)}, and as no other jail is sound fail2ban will not start`,
};

function areSkipped(jails: readonly string[]): string {
  return jails.length === 1
    ? `[${jails[0]}] is skipped`
    : `${jails.length} jails (${someOf(jails)}) are skipped`;
}

function someOf(jails: readonly string[]): string {
  return `${jails.slice(0, 3).join(', ')}${jails.length > 3 ? ', …' : ''}`;
}
