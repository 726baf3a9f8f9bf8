import type { Setup } from '../resolve/setup';
import type { RelatedPlace } from './finding';
import type { Jail } from './model';
import { atSetting, locate, type Place } from './place';

/** Jails whose finding about one option stands at the same place. */
export interface JailsAtPlace {
  readonly place: Place;
  /** At least one; in the order fail2ban handles them. */
  readonly jails: readonly Jail[];
  /** The line that sets the value where the finding stands elsewhere, and the lines it overrides. */
  readonly related: readonly RelatedPlace[];
}

/**
 * Puts jails together that get an option from one line, as those do that have no section in the admin's files. Where nothing but
 * fail2ban's own default sets the option and there is no such section, the line that enables the jail stands in.
 */
export function jailsByPlace(jails: readonly Jail[], option: string): readonly JailsAtPlace[] {
  const groups = new Map<unknown, JailsAtPlace & { readonly jails: Jail[] }>();
  for (const jail of jails) {
    const place = jail.place(option) ?? jail.place('enabled');
    if (place === undefined) continue;
    const key = place.kind === 'setting' ? place.setting : jail;
    const group = groups.get(key);
    if (group === undefined)
      groups.set(key, { place, jails: [jail], related: overridePlaces(jail, option, place) });
    else group.jails.push(jail);
  }
  return [...groups.values()];
}

function overridePlaces(jail: Jail, option: string, place: Place): readonly RelatedPlace[] {
  const { setting, shadowed } = jail.option(option) ?? {};
  if (setting === undefined) return [];
  const isThere = place.kind === 'setting' && place.setting === setting;
  return [
    ...(isThere ? [] : [{ at: atSetting(setting), message: 'set here' }]),
    ...(shadowed?.() ?? []).map(other => ({ at: atSetting(other), message: 'overrides this' })),
  ];
}

/** What is to be said of a jail at a place. */
export interface JailFault<Fault> {
  readonly jail: Jail;
  readonly place: Place | undefined;
  /** What tells it from other faults at that place, if there may be several. */
  readonly about?: string;
  readonly fault: Fault;
}

/** What is wrong at one place, with the first of the faults that were found there. */
export interface FaultAtPlace<Fault> {
  readonly place: Place;
  readonly jails: readonly Jail[];
  readonly fault: Fault;
}

/** Puts the faults of jails together that stand at one place; one without a place, which nobody wrote, is left out. */
export function faultsByPlace<Fault>(
  { sources }: Setup,
  faults: readonly JailFault<Fault>[],
): readonly FaultAtPlace<Fault>[] {
  const groups = new Map<string, FaultAtPlace<Fault> & { readonly jails: Jail[] }>();
  for (const { jail, place, about = '', fault } of faults) {
    if (place === undefined) continue;
    const { file, span } = locate(place, sources);
    const key = `${span.start} ${file.path} ${about}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { place, jails: [jail], fault });
    else if (!group.jails.includes(jail)) group.jails.push(jail);
  }
  return [...groups.values()];
}

/** `[sshd] bans` for one jail, `3 jails (sshd, dovecot, exim) ban` for several, of which three are named at most. */
export function nameJails(jails: readonly Jail[], one: string, several: string): string {
  const names = jails.slice(0, 3).map(jail => jail.name);
  if (jails.length === 1) return `[${names[0]}] ${one}`;
  return `${jails.length} jails (${names.join(', ')}${jails.length > 3 ? ', …' : ''}) ${several}`;
}
