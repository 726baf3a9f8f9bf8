import type { Diagnostic } from '../lint/finding';
import type { DeclaredChange, Edit, SetEdit } from '../lint/fix';
import { effectiveOption } from '../resolve/effective';
import { changedValues, type ValueChange, valueText } from '../resolve/effective-values';
import { overridden } from '../resolve/setting';
import type { Setup } from '../resolve/setup';
import { quote } from '../text/excerpt';
import { undeclared } from './declared';
import { countFindings, findingKey } from './finding-key';
import { isOfPackage } from './owner';
import { planFix } from './plan';
import { describeChange, verdictRank } from './proof';
import type { FixState, Workbench } from './state';

/** What an option of a jail (or of `DEFAULT`) is to be; undefined: no longer set by the admin's files. */
export interface Wish {
  readonly section: string;
  readonly option: string;
  readonly value: string | undefined;
}

export type WishOutcome =
  | {
      readonly kind: 'changed';
      readonly state: FixState;
      /** All values that differ, those made from the changed ones included. */
      readonly changes: readonly ValueChange[];
      /** Warnings and notes that were not there before. */
      readonly fresh: readonly Diagnostic[];
    }
  | { readonly kind: 'refused'; readonly why: string };

/**
 * Sets and unsets options where that takes effect, in memory. Refused where an option does not get exactly its value, where a value
 * changes that has nothing to do with it, where an error comes that was not there, and where fail2ban would no longer come up.
 */
export function changeSettings(workbench: Workbench, wishes: readonly Wish[]): WishOutcome {
  const { setup } = workbench.start.outcome;
  const [failure] = setup.jailFamily.failures;
  if (failure !== undefined)
    return { kind: 'refused', why: 'fail2ban can not read the jails as they are; f2blint lint says why' };
  const edits: Edit[] = [];
  for (const wish of wishes) {
    const found = wish.value === undefined ? removals(setup, wish) : settings(wish, wish.value);
    if (typeof found === 'string') return { kind: 'refused', why: found };
    edits.push(...found);
  }
  const plan = planFix(setup, { edits });
  if (plan.kind === 'refused') return plan;
  return judge(workbench, workbench.edit(workbench.start, plan.edits, plan.removed), wishes);
}

function settings({ section, option }: Wish, value: string): readonly SetEdit[] {
  return [{ kind: 'set', family: 'jail', section, option, value: value.replaceAll('%', '%%') }];
}

/** Takes out every line of the admin's that sets the option for the section; a reason where there is none. */
function removals({ jailFamily }: Setup, { section, option }: Wish): readonly Edit[] | string {
  const setting = (section === 'DEFAULT' ? jailFamily.defaults : jailFamily.sections.get(section))?.get(
    option,
  );
  if (setting === undefined) return `nothing sets ${option} in [${section}]`;
  const own = [...overridden(setting), setting].filter(({ file }) => !isOfPackage(file.name));
  if (own.length === 0)
    return `${option} in [${section}] is set by ${setting.file.name}, which belongs to the package; set it to another value`;
  return own.map(each => ({ kind: 'remove', setting: each }));
}

function judge(workbench: Workbench, state: FixState, wishes: readonly Wish[]): WishOutcome {
  const { start } = workbench;
  const changes = changedValues(start.outcome.setup, state.outcome.setup, new Set(state.texts.keys()));
  for (const wish of wishes) {
    const why = missedBy(state.outcome.setup, wish);
    if (why !== undefined) return { kind: 'refused', why };
  }
  const [other] = undeclared(changes, wishes.map(declaredBy), state.outcome.setup);
  if (other !== undefined) return { kind: 'refused', why: `it would also change ${describeChange(other)}` };
  const fresh = freshIn(start, state, wishes);
  const error = [...fresh, ...freshOnceEnabled(workbench, state, wishes)].find(
    each => each.severity === 'error',
  );
  if (error !== undefined) return { kind: 'refused', why: `${error.rule}: ${error.message}` };
  if (verdictRank(state) < verdictRank(start) && verdictRank(state) === 0)
    return { kind: 'refused', why: 'fail2ban would no longer come up' };
  return { kind: 'changed', state, changes, fresh };
}

/** What was not found before; of the options that were changed also what is found for another reason now. */
function freshIn(before: FixState, after: FixState, wishes: readonly Wish[]): readonly Diagnostic[] {
  const told = new Set(before.outcome.diagnostics.map(each => each.message));
  const isOther = ({ option, message }: Diagnostic) =>
    wishes.some(wish => wish.option === option) && !told.has(message);
  const old = countFindings(before.outcome.diagnostics);
  const now = countFindings(after.outcome.diagnostics);
  return after.outcome.diagnostics.filter(
    each => isOther(each) || (now.get(findingKey(each)) ?? 0) > (old.get(findingKey(each)) ?? 0),
  );
}

/** What would be found if the jails that get a value were enabled: fail2ban does not look at it before. */
function freshOnceEnabled(
  workbench: Workbench,
  state: FixState,
  wishes: readonly Wish[],
): readonly Diagnostic[] {
  const changed = new Set(wishes.map(({ section }) => section));
  const { jails } = state.outcome.setup;
  // any jail shows what comes of a value in [DEFAULT]
  const idle = jails.filter(({ name, enabled }) => !enabled && changed.has(name)).map(({ name }) => name);
  const first =
    changed.has('DEFAULT') && !jails.some(jail => jail.enabled)
      ? jails.slice(0, 1).map(({ name }) => name)
      : [];
  const names = [...new Set([...idle, ...first])];
  const isSwitch = wishes.some(({ option }) => option === 'enabled');
  if (names.length === 0 || isSwitch) return [];
  const enabled = [workbench.start, state].map(each => {
    const edits = names.flatMap(section => settings({ section, option: 'enabled', value: 'true' }, 'true'));
    const plan = planFix(each.outcome.setup, { edits });
    return plan.kind === 'refused' ? each : workbench.edit(each, plan.edits, plan.removed);
  });
  return freshIn(enabled[0]!, enabled[1]!, wishes);
}

function declaredBy({ section, option, value }: Wish): DeclaredChange {
  return { family: 'jail', section, option, ...(value !== undefined && { to: value }) };
}

/** Why an option has not got its value; undefined where it has. */
function missedBy(setup: Setup, { section, option, value }: Wish): string | undefined {
  if (value === undefined) return undefined;
  const { jailLookup } = setup;
  const found = effectiveOption(jailLookup, section, option);
  const text = valueText(found);
  if (text === value) return undefined;
  return `${option} in [${section}] would be ${text === undefined ? 'unset' : quote(text)}, not ${quote(value)}: fail2ban's files can not hold this value`;
}
