import { isNetworkOfCloudflare } from '../knowledge/services';
import { isPrivate, parseNetwork } from '../values/network';
import type { Severity } from './finding';

/** What is wrong with a network that is exempt. */
export interface WideNetwork {
  readonly severity: Severity;
  /** Whether there is no address outside it. */
  readonly isAll: boolean;
  /** In words: `16777216 addresses`. */
  readonly size: string;
}

/**
 * Whether a word of `ignoreip` exempts a good part of the internet: IPv4 below 8 bits or IPv6 below 16, whatever it is; or a public one
 * as wide as a provider (IPv4 below 16 bits, IPv6 below 32). The networks of Cloudflare are what they are.
 */
export function tooWide(word: string): WideNetwork | undefined {
  if (!word.includes('/')) return undefined;
  const network = parseNetwork(word);
  if (network === undefined) return undefined;
  const { bits, length } = network;
  const [everything, provider] = bits === 32 ? [8, 16] : [16, 32];
  if (isPrivate(network) || length >= provider || isNetworkOfCloudflare(word)) return undefined;
  const size = bits === 32 ? `${2 ** (32 - length)} addresses` : `1/${2 ** length} of all IPv6 addresses`;
  return {
    severity: length < everything ? 'error' : 'warning',
    isAll: length === 0,
    size: length === 0 ? `every ${bits === 32 ? 'IPv4' : 'IPv6'} address` : size,
  };
}
