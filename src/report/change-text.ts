import type { Diagnostic } from '../lint/finding';
import type { Verdict } from '../preflight/preflight';
import { type ValueChange, valueText } from '../resolve/effective-values';
import { createPlaces, type Places } from '../resolve/places';
import type { Setup } from '../resolve/setup';
import { sourcePath } from '../resolve/source';
import { excerpt } from '../text/excerpt';
import { printable } from '../text/printable';
import { displayPath } from './display-path';

/** What a change of settings has come to: every value that differs, what fail2ban does with it, and what is to be said of it. */
export interface Changed {
  readonly state: { readonly outcome: { readonly setup: Setup; readonly verdict: Verdict } };
  readonly changes: readonly ValueChange[];
  readonly fresh: readonly Diagnostic[];
}

export function changeText({ state, changes, fresh }: Changed): string {
  const { setup, verdict } = state.outcome;
  const places = createPlaces(setup.sources);
  const isMade = ({ before, after }: ValueChange) =>
    before !== undefined && before.raw.value === after?.raw.value;
  const own = changes.filter(change => !isMade(change) && !isInherited(change));
  const lines = own.map(change => {
    const heirs = changes.filter(each => isInherited(each) && each.option === change.option).length;
    const toHeirs = change.section === 'DEFAULT' && heirs > 0 ? `, in ${heirs} jails too` : '';
    return `${name(change)}: ${shown(change.before)} -> ${shown(change.after)}${placeOf(change, places)}${toHeirs}`;
  });
  const made = [...new Set(changes.filter(isMade).map(({ option }) => printable(option)))];
  return [
    ...(lines.length === 0 ? ['nothing to change: it is so already'] : lines),
    ...(made.length === 0 ? [] : [`made from it: ${made.join(', ')}`]),
    ...fresh.map(({ severity, rule, message }) => `${severity} ${rule}: ${printable(message)}`),
    verdictText[verdict],
  ]
    .map(line => `${line}\n`)
    .join('');
}

/** Whether a jail has only taken the change over from [DEFAULT]. */
function isInherited({ section, before, after }: ValueChange): boolean {
  if (section === 'DEFAULT') return false;
  return [before, after].every(each => each === undefined || each.setting?.section === 'DEFAULT');
}

function name({ section, option }: ValueChange): string {
  return `${printable(section)}.${printable(option)}`;
}

function shown(effective: ValueChange['before']): string {
  const text = valueText(effective);
  if (text === undefined) return 'not set';
  return text === '' ? 'empty' : printable(excerpt(text));
}

function placeOf({ after }: ValueChange, places: Places): string {
  const setting = after?.setting;
  if (setting === undefined) return '';
  const { line } = places.position(setting.file, setting.option.keySpan.start);
  return ` (${printable(displayPath(sourcePath(setting.file)))}:${line})`;
}

const verdictText: Readonly<Record<Verdict, string>> = {
  up: 'fail2ban comes up with this',
  nothing: 'fail2ban comes up with this, without any jail',
  down: 'fail2ban does not come up, as it did not before; f2blint preflight says why',
};
