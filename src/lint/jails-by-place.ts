import type { RelatedPlace } from './finding';
import type { Jail } from './model';
import { atSetting, type Place } from './place';

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
  const { setting, shadowed = [] } = jail.option(option) ?? {};
  if (setting === undefined) return [];
  const isThere = place.kind === 'setting' && place.setting === setting;
  return [
    ...(isThere ? [] : [{ at: atSetting(setting), message: 'set here' }]),
    ...shadowed.map(other => ({ at: atSetting(other), message: 'overrides this' })),
  ];
}

/** `[sshd] bans` for one jail, `3 jails (sshd, dovecot, exim) ban` for several, of which three are named at most. */
export function nameJails(jails: readonly Jail[], one: string, several: string): string {
  const names = jails.slice(0, 3).map(jail => jail.name);
  if (jails.length === 1) return `[${names[0]}] ${one}`;
  return `${jails.length} jails (${names.join(', ')}${jails.length > 3 ? ', …' : ''}) ${several}`;
}
