import { type Address, parseAddress } from './address';

/** Addresses that share their first bits. */
export interface Network extends Address {
  /** How many bits are fixed. */
  readonly length: number;
}

/** An address or network as `ignoreip` takes it, the mask in bits or as a netmask; undefined for names and slips. */
export function parseNetwork(word: string): Network | undefined {
  const [text = '', mask, more] = word.replace(/^\[(.*)\]/, '$1').split('/');
  const address = parseAddress(text);
  if (address === undefined || more !== undefined) return undefined;
  if (mask === undefined) return { ...address, length: address.bits };
  const length = /^\d{1,3}$/.test(mask) ? Number(mask) : netmaskLength(mask, address.bits);
  return length === undefined || length > address.bits ? undefined : { ...address, length };
}

function netmaskLength(mask: string, bits: number): number | undefined {
  const address = parseAddress(mask);
  if (address?.bits !== bits) return undefined;
  const text = address.value.toString(2).padStart(bits, '0');
  return /^1*0*$/.test(text) ? text.lastIndexOf('1') + 1 : undefined;
}

/** Whether every address of the second word of an `ignoreip` is one of the first; names cover themselves. */
export function coversNetwork(word: string, other: string): boolean {
  if (word.toLowerCase() === other.toLowerCase()) return true;
  const [outer, inner] = [parseNetwork(word), parseNetwork(other)];
  return outer !== undefined && inner !== undefined && contains(outer, inner);
}

function contains(outer: Network, inner: Network): boolean {
  if (outer.bits !== inner.bits || outer.length > inner.length) return false;
  const rest = BigInt(outer.bits - outer.length);
  return outer.value >> rest === inner.value >> rest;
}

/** Networks nobody on the internet has (RFC 1918, 6598, 3927, 5771, 4193, 4291), and those for documentation. */
const notPublic =
  '10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 100.64.0.0/10 169.254.0.0/16 127.0.0.0/8 224.0.0.0/4 240.0.0.0/4 ' +
  'fc00::/7 fe80::/10 ff00::/8 ::1/128 2001:db8::/32';

let notPublicNetworks: readonly Network[] | undefined;

/** Whether a network is part of one that is not on the internet. */
export function isPrivate(network: Network): boolean {
  notPublicNetworks ??= notPublic.split(' ').map(word => parseNetwork(word)!);
  return notPublicNetworks.some(each => contains(each, network));
}
