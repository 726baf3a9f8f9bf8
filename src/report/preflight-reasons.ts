import type { Range } from '../lint/finding';
import { rangeOf } from '../lint/lint';
import type { Reason } from '../preflight/reason';
import type { Places } from '../resolve/places';
import type { Setup } from '../resolve/setup';

/** A reason with its place found, and all jails it concerns. */
export interface PlacedReason {
  readonly reason: Reason;
  readonly range: Range;
  readonly jails: readonly string[];
}

/** Reasons in the order fail2ban would meet them; what one fault does to several jails or options is one reason. */
export function placeReasons(
  setup: Setup,
  places: Places,
  reasons: readonly Reason[],
): readonly PlacedReason[] {
  const byFault = new Map<string, { reason: Reason; range: Range; jails: Set<string> }>();
  for (const reason of reasons) {
    const range = rangeOf(reason.place, setup, places);
    const { file, start, end } = range;
    const key = [file.path, start.line, start.column, end.line, end.column, reason.code].join('\0');
    const placed = byFault.get(key) ?? { reason, range, jails: new Set() };
    if (reason.jail !== undefined) placed.jails.add(reason.jail);
    byFault.set(key, placed);
  }
  return [...byFault.values()].map(({ reason, range, jails }) => ({ reason, range, jails: [...jails] }));
}
