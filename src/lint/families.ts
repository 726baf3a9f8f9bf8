import type { Family } from '../resolve/family';
import type { Setup } from '../resolve/setup';

/** What a file is read as. */
export type FamilyKind = 'jail' | 'fail2ban' | 'filter' | 'action';

/** A family fail2ban reads now, with the kind of its files. */
export interface ReadFamily {
  readonly family: Family;
  readonly kind: FamilyKind;
}

/** The daemon's, the jails', and those of the filters and actions of enabled jails, found or not; each once. */
export function readFamilies(setup: Setup): readonly ReadFamily[] {
  const found = new Map<Family, FamilyKind>([
    [setup.daemon.family, 'fail2ban'],
    [setup.jailFamily, 'jail'],
  ]);
  for (const { filter, actions, skipped } of setup.jails) {
    if (skipped?.kind === 'not-found') {
      found.set(setup.loadFamily(`${skipped.what}.d/${skipped.text.value}`), skipped.what);
    }
    if (filter !== undefined) found.set(filter.family, 'filter');
    for (const action of actions) if (action.kind === 'command') found.set(action.family, 'action');
  }
  return [...found].map(([family, kind]) => ({ family, kind }));
}
