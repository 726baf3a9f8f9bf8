import { describeFailure } from '../resolve/describe-failure';
import type { Family } from '../resolve/family';
import type { Places } from '../resolve/places';

/** What ends the load of a family, in one line; empty where nothing does. */
export function describeFailures(family: Family, places: Places): string {
  return family.failures.map(failure => describeFailure(failure, places)).join('; ');
}
