import type { Reason } from '../preflight/reason';
import type { Setup } from '../resolve/setup';
import { locate, type Place } from './place';

/** A reason with all jails it concerns, in fail2ban's order. */
export interface JoinedReason {
  readonly reason: Reason;
  readonly jails: readonly string[];
}

/** Reasons in the order fail2ban would meet them; what one fault does to several jails or options is one reason. */
export function joinReasons(setup: Setup, reasons: readonly Reason[]): readonly JoinedReason[] {
  const byFault = new Map<string, { reason: Reason; jails: Set<string> }>();
  for (const reason of reasons) {
    const key = `${reason.code} ${placeKey(setup, reason.place)}`;
    const joined = byFault.get(key) ?? { reason, jails: new Set() };
    if (reason.jail !== undefined) joined.jails.add(reason.jail);
    byFault.set(key, joined);
  }
  return [...byFault.values()].map(({ reason, jails }) => ({ reason, jails: [...jails] }));
}

function placeKey({ sources }: Setup, place: Place): string {
  if (place.kind === 'position') return `${place.position.line}:${place.position.column} ${place.file.path}`;
  const { file, span } = locate(place, sources);
  return `${span.start}-${span.end} ${file.path}`;
}
