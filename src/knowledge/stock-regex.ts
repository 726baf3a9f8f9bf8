import { textHash } from '../text/text-hash';
import { regexesWithFailureId, regexesWithoutFailureId } from './stock-regexes';

let known: ReadonlyMap<string, boolean> | undefined;

/**
 * What is known of a regex without reading it, as it is one of a stock filter: every release and every Python accepts it, and
 * the answer is whether it says whom to ban. Undefined for all others.
 */
export function stockRegexFailureId(regex: string): boolean | undefined {
  known ??= new Map([
    ...regexesWithFailureId.split(' ').map(hash => [hash, true] as const),
    ...regexesWithoutFailureId.split(' ').map(hash => [hash, false] as const),
  ]);
  return known.get(textHash(regex));
}
