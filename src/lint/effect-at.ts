import type { Effect } from '../preflight/reason';
import type { Model } from './model';
import { type Location, locate } from './place';
import { overlap } from './told-elsewhere';

/** What fail2ban does because of something at a place; undefined where it takes no offence at it. */
export function effectAt({ preflight, setup }: Model, location: Location): Effect | undefined {
  return preflight.reasons.find(
    ({ place }) => place.kind !== 'position' && overlap(locate(place, setup.sources), location),
  )?.effect;
}
