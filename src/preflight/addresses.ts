import { isAtLeast, type Release } from '../knowledge/release';
import { excerpt } from '../text/excerpt';
import type { Text } from '../text/text';
import { type Address, parseAddress } from '../values/address';
import { parseExactInteger } from '../values/integer';
import { accepted, type Refusal } from './refusal';

/**
 * One word of `ignoreip` (`IPAddr` of server/ipdns.py). A word that is no address counts as a host name; only a mask that is no
 * number and no netmask is refused, and from 1.1.0 that only behind an address.
 */
export function checkAddress(word: Text, release: Release): readonly Refusal[] {
  const problem = isAtLeast(release, '1.1.0') ? newerMaskProblem(word.value) : maskProblem(word.value, 0);
  if (problem === undefined) return accepted;
  return [
    {
      code: 'address',
      rule: 'value/bad-address',
      message: `"${excerpt(word.value)}" in ignoreip is refused: ${problem}`,
      advice: 'write the number of network bits behind the /, such as 192.168.1.0/24',
      text: word,
      start: Math.max(0, word.value.indexOf('/')),
    },
  ];
}

/** Up to 1.0.2: whatever stands behind the first `/`. */
function maskProblem(text: string, depth: number): string | undefined {
  const plain = withoutBrackets(text);
  const slash = plain.indexOf('/');
  if (slash < 0) return undefined;
  const mask = plain.slice(slash + 1);
  if (/[.:]/.test(mask)) {
    if (depth > 900) return 'too many slashes';
    return maskProblem(mask, depth + 1) ?? netmaskProblem(networkOf(mask));
  }
  const bits = parseExactInteger(mask);
  if (bits === undefined) return `"${excerpt(mask)}" is no number of bits`;
  return bits < -(2n ** 31n) ? `"${excerpt(mask)}" is too large` : undefined;
}

/** A mask may have a mask itself. */
function networkOf(text: string): Address | undefined {
  const plain = withoutBrackets(text);
  const slash = plain.indexOf('/');
  const address = parseAddress(slash < 0 ? plain : plain.slice(0, slash));
  if (address === undefined || slash < 0) return address && asIp4(address);
  const mask = plain.slice(slash + 1);
  const bits = /[.:]/.test(mask) ? prefixLength(networkOf(mask)?.value ?? 0n) : parseExactInteger(mask);
  if (bits === undefined || bits < 0n || bits >= BigInt(address.bits)) return address;
  const rest = BigInt(address.bits) - bits;
  return { ...address, value: (address.value >> rest) << rest };
}

/** An IPv6 address that stands for an IPv4 one counts as that. */
function asIp4(address: Address): Address {
  const mapped = address.bits === 128 && address.value >> 32n === 0xffffn;
  return mapped ? { bits: 32, value: address.value & 0xffffffffn } : address;
}

/** What is no address counts as 0, which is the mask of everything. */
function netmaskProblem(mask: Address | undefined): string | undefined {
  const isMask = mask === undefined || prefixLength(mask.value) !== undefined;
  return isMask ? undefined : 'the netmask has gaps';
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

const ip4Like = /^(?:\p{Nd}{1,3}\.){3}\p{Nd}{1,3}$/u;
const ip6Like = /^(?=.*:)[0-9a-fA-F:]+$/;

/** From 1.1.0: only address/mask where both look like addresses. */
function newerMaskProblem(text: string): string | undefined {
  const [address = '', mask, more] = withoutBrackets(text).split('/');
  const looksLike = (part: string) => ip4Like.test(part) || ip6Like.test(part);
  if (mask === undefined || more !== undefined || !looksLike(address) || !looksLike(mask)) return undefined;
  const found = parseAddress(mask);
  return netmaskProblem(found && asIp4(found));
}
