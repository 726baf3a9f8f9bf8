import { editDistance } from '../text/closest-name';
import type { Reader } from './known-option';
import { isAliasOf, optionsOf } from './options';

/**
 * The option that a name, in lower case and not known itself, probably stands for: that of a listed alias, or the nearest with two
 * slips at most; one where the shorter of the two has fewer than seven letters, none below four; one fewer where they begin differently
 * (`unbanaction`, `sort`). Undefined where the name may well be a variable somebody made up.
 */
export function suggestOption(reader: Reader, name: string): string | undefined {
  const options = [...optionsOf(reader).values()];
  const meant = options.find(option => isAliasOf(option, name));
  if (meant !== undefined) return meant.name;
  let best: string | undefined;
  let bestDistance = 3;
  for (const { name: candidate } of options) {
    // an action line of one's own is often called action_ and something
    if (candidate.startsWith('action_')) continue;
    const limit = Math.min(slipsAllowed(name, candidate), bestDistance - 1);
    const distance = editDistance(name, candidate, limit);
    if (distance > limit) continue;
    best = candidate;
    bestDistance = distance;
  }
  return best;
}

function slipsAllowed(name: string, candidate: string): number {
  const length = Math.min(name.length, candidate.length);
  const most = length < 7 ? 1 : 2;
  if (length < 4) return 0;
  return name[0] === candidate[0] ? most : most - 1;
}
