import { isAtLeast, type Release } from '../knowledge/release';
import type { Text } from '../text/text';
import { isLoopback, meansAddress } from '../values/address-words';
import { splitWords } from '../values/words';
import type { Jail } from './model';

/**
 * Addresses, networks and hosts other than this one that a jail never bans, in the order of `ignoreip`; undefined where `ignoreip`
 * can't be put together.
 */
export function exemptAddresses(jail: Pick<Jail, 'option'>, release: Release): readonly Text[] | undefined {
  const result = jail.option('ignoreip')?.result;
  if (result === undefined) return [];
  if (result.kind !== 'text') return undefined;
  const known =
    byText.get(result.text) ??
    splitWords(result.text, isAtLeast(release, '1.1.0')).filter(
      ({ value }) => meansAddress(value) && !isLoopback(value),
    );
  byText.set(result.text, known);
  return known;
}

/** A list may be long, and several rules ask for it. */
const byText = new WeakMap<Text, readonly Text[]>();
