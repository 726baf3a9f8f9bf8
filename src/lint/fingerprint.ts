import { sha256 } from '../text/sha256';
import type { Diagnostic } from './finding';
import { findingKeys } from './finding-keys';
import type { Outcome } from './lint';

/**
 * A short name for each finding of a run: 128 bits as 32 hexadecimal digits. It is made from the key alone, so it stays from run to
 * run; of findings with the same key each but the first gets one of its own by its number, so that none is there twice.
 */
export function fingerprints(
  outcomes: readonly Outcome[],
  fileName: (path: string) => string,
): ReadonlyMap<Diagnostic, string> {
  const names = new Map<Diagnostic, string>();
  const counts = new Map<string, number>();
  for (const outcome of outcomes) {
    const keyOf = findingKeys(outcome.setup, fileName);
    // those that count first, so that the others change none of their names
    for (const diagnostic of [...outcome.diagnostics, ...outcome.suppressed.map(each => each.diagnostic)]) {
      const { rule, file, section, option, jail, element } = keyOf(diagnostic);
      const key = JSON.stringify([rule, file, section, option, jail, element]);
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      names.set(diagnostic, sha256(count === 1 ? key : `${key}${count}`).slice(0, 32));
    }
  }
  return names;
}
