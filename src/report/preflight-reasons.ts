import type { Range } from '../lint/finding';
import { type JoinedReason, joinReasons } from '../lint/join-reasons';
import { rangeOf } from '../lint/run-rule';
import type { Reason } from '../preflight/reason';
import type { Places } from '../resolve/places';
import type { Setup } from '../resolve/setup';

/** A reason with its place found, and all jails it concerns. */
export interface PlacedReason extends JoinedReason {
  readonly range: Range;
}

/** Reasons in the order fail2ban would meet them, each fault once. */
export function placeReasons(
  setup: Setup,
  places: Places,
  reasons: readonly Reason[],
): readonly PlacedReason[] {
  return joinReasons(setup, reasons).map(joined => ({
    ...joined,
    range: rangeOf(joined.reason.place, setup, places),
  }));
}
