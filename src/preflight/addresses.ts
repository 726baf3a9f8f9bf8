import { isAtLeast, type Release } from '../knowledge/release';
import { quote } from '../text/excerpt';
import { lazyPattern } from '../text/lazy-pattern';
import type { Text } from '../text/text';
import { type Address, parseAddress } from '../values/address';
import { parseExactInteger } from '../values/integer';
import { accepted, type Refusal } from './refusal';

/**
 * One word of `ignoreip` (`IPAddr` of server/ipdns.py). A word that is no address counts as a host name; only a mask that is no
 * number and no netmask is refused, and from 1.1.0 that only behind an address.
 */
export function checkAddress(word: Text, release: Release): readonly Refusal[] {
  // a list may have millions
  if (!word.value.includes('/')) return accepted;
  const problem = isAtLeast(release, '1.1.0') ? newerMaskProblem(word.value) : maskProblem(word.value);
  if (problem === undefined) return accepted;
  return [
    {
      code: 'address',
      rule: 'value/bad-address',
      message: `${quote(word.value)} in ignoreip is refused: ${problem}`,
      advice: 'write the number of network bits behind the /, such as 192.168.1.0/24',
      text: word,
      start: Math.max(0, word.value.indexOf('/')),
    },
  ];
}

/** Up to 1.0.2: whatever stands behind the first `/`. */
function maskProblem(text: string): string | undefined {
  return readNetwork(text, 0).problem;
}

interface Network {
  /** Undefined for what is no address. */
  readonly address?: Address | undefined;
  readonly problem?: string;
}

/** Python gives up on more of them, too. */
const mostMasks = 900;

/** An address with the bits beyond its mask cleared. A mask that is written as an address may have a mask itself. */
function readNetwork(text: string, depth: number): Network {
  const plain = withoutBrackets(text);
  const slash = plain.indexOf('/');
  const address = parseAddress(slash < 0 ? plain : plain.slice(0, slash));
  if (slash < 0) return { address: address && asIp4(address) };
  const mask = plain.slice(slash + 1);
  let bits = parseExactInteger(mask);
  if (/[.:]/.test(mask)) {
    const network = depth < mostMasks ? readNetwork(mask, depth + 1) : { problem: 'too many slashes' };
    if (network.problem !== undefined) return network;
    // what is no address counts as 0, which is the mask of everything
    bits = prefixLength(network.address?.value ?? 0n);
    if (bits === undefined) return { problem: 'the netmask has gaps' };
  }
  if (bits === undefined) return { problem: `${quote(mask)} is no number of bits` };
  if (bits < -(2n ** 31n)) return { problem: `${quote(mask)} is too large` };
  if (address === undefined || bits < 0n || bits >= BigInt(address.bits)) return { address };
  const rest = BigInt(address.bits) - bits;
  return { address: { ...address, value: (address.value >> rest) << rest } };
}

/** An IPv6 address that stands for an IPv4 one counts as that. */
function asIp4(address: Address): Address {
  const mapped = address.bits === 128 && address.value >> 32n === 0xffffn;
  return mapped ? { bits: 32, value: address.value & 0xffffffffn } : address;
}

/** Bits of a netmask of either family; undefined for what is none. */
function prefixLength(mask: bigint): bigint | undefined {
  if (mask === 0n) return 0n;
  for (const bits of [32n, 128n]) {
    const gap = (1n << bits) - 1n - mask;
    if (gap >= 0n && (gap & (gap + 1n)) === 0n)
      return bits - BigInt(gap.toString(2).replace(/^0$/, '').length);
  }
  return undefined;
}

function withoutBrackets(text: string): string {
  return text.length > 2 && text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text;
}

const ip4Like = lazyPattern(() => /^(?:\p{Nd}{1,3}\.){3}\p{Nd}{1,3}$/u);
const ip6Like = /^(?=.*:)[0-9a-fA-F:]+$/;

/** From 1.1.0: only address/mask where both look like addresses. */
function newerMaskProblem(text: string): string | undefined {
  const [address = '', mask, more] = withoutBrackets(text).split('/');
  const looksLike = (part: string) => ip4Like().test(part) || ip6Like.test(part);
  if (mask === undefined || more !== undefined || !looksLike(address) || !looksLike(mask)) return undefined;
  const found = parseAddress(mask);
  const isMask = found === undefined || prefixLength(asIp4(found).value) !== undefined;
  return isMask ? undefined : 'the netmask has gaps';
}
