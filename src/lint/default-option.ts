import type { Firewall } from '../knowledge/programs';
import { type Effective, effectiveOption } from '../resolve/effective';
import type { Setup } from '../resolve/setup';
import { actionAlone } from './jail-actions';

/** An option of `[DEFAULT]` of the jails, with its references filled in from there. */
export function defaultOption({ jailLookup }: Setup, name: string): Effective | undefined {
  return effectiveOption(jailLookup, 'DEFAULT', name);
}

/** The firewall an action tells to block, by its call (`nftables[type=multiport]`); undefined where it tells none, or can't be read. */
export function firewallOf(setup: Setup, call: string): Firewall | undefined {
  const name = /^[^[\s]*/.exec(call.trim())?.[0] ?? '';
  if (name === '' || name.includes('/')) return undefined;
  const { kind, family } = actionAlone(setup, name);
  return family?.read && kind?.kind === 'ban' ? kind.firewall : undefined;
}
