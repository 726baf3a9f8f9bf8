import { textNumber } from '../text/text-hash';
import { regexesWithFailureId, regexesWithLocalFlags, regexesWithoutFailureId } from './stock-regexes';

interface Known {
  readonly hasFailureId: boolean;
  /** Only where fail2ban makes `((?i)x)` to `(?i:x)`. */
  readonly needsLocalFlags: boolean;
}

let known: ReadonlyMap<number, Known> | undefined;

/**
 * What is known of a regex without reading it, as it is one of a stock filter: every Python accepts it, and the answer is whether it
 * says whom to ban. `localFlags` as in `checkFailregex`. Undefined for all others.
 */
export function stockRegexFailureId(regex: string, localFlags: boolean): boolean | undefined {
  known ??= new Map([
    ...withNumbers(regexesWithFailureId, { hasFailureId: true, needsLocalFlags: false }),
    ...withNumbers(regexesWithoutFailureId, { hasFailureId: false, needsLocalFlags: false }),
    ...withNumbers(regexesWithLocalFlags, { hasFailureId: true, needsLocalFlags: true }),
  ]);
  const found = known.get(textNumber(regex));
  return found === undefined || (found.needsLocalFlags && !localFlags) ? undefined : found.hasFailureId;
}

function withNumbers(numbers: readonly number[], regex: Known): readonly (readonly [number, Known])[] {
  return numbers.map(number => [number, regex]);
}
