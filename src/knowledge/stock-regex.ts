import { textNumber } from '../text/text-hash';
import { regexesWithFailureId, regexesWithLocalFlags, regexesWithoutFailureId } from './stock-regexes';

interface KnownRegexes {
  readonly withFailureId: ReadonlySet<number>;
  readonly withoutFailureId: ReadonlySet<number>;
  /** Only where fail2ban makes `((?i)x)` to `(?i:x)`. */
  readonly withLocalFlags: ReadonlySet<number>;
}

let known: KnownRegexes | undefined;

/**
 * What is known of a regex without reading it, as it is one of a stock filter: every Python accepts it, and the answer is whether it
 * says whom to ban. `localFlags` as in `checkFailregex`. Undefined for all others.
 */
export function stockRegexFailureId(regex: string, localFlags: boolean): boolean | undefined {
  known ??= {
    withFailureId: new Set(regexesWithFailureId),
    withoutFailureId: new Set(regexesWithoutFailureId),
    withLocalFlags: new Set(regexesWithLocalFlags),
  };
  const number = textNumber(regex);
  if (known.withFailureId.has(number)) return true;
  if (known.withoutFailureId.has(number)) return false;
  return localFlags && known.withLocalFlags.has(number) ? true : undefined;
}
