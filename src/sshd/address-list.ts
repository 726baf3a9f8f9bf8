import { type Address, parseAddress } from '../values/address';
import { matchesPattern } from './pattern';

/** An address as getaddrinfo(3) reads it without asking a name server: IPv4 in any of the forms of inet_aton(3), or IPv6. */
export function readAddress(text: string): Address | undefined {
  const zone = text.indexOf('%');
  const found = parseAddress(zone > 0 ? text.slice(0, zone) : text);
  if (found !== undefined) return zone > 0 && found.bits === 32 ? undefined : found;
  return readLooseIp4(text);
}

/** `127.1`, `0x7f.0.0.1`: one to four numbers, the last one filling what is left. */
function readLooseIp4(text: string): Address | undefined {
  if (!/^(?:0[xX][0-9a-fA-F]{1,8}|0[0-7]{0,11}|[1-9][0-9]{0,9})(?:\.(?!$)|$)/.test(text) || text.length > 50)
    return undefined;
  const parts = text.split('.');
  if (parts.length > 4) return undefined;
  let value = 0n;
  for (const [index, part] of parts.entries()) {
    if (!/^(?:0[xX][0-9a-fA-F]+|0[0-7]*|[1-9][0-9]*)$/.test(part)) return undefined;
    const number = BigInt(/^0[0-7]+$/.test(part) ? `0o${part.slice(1)}` : part);
    const isLast = index === parts.length - 1;
    const bits = isLast ? BigInt(8 * (4 - index)) : 8n;
    if (number >= 1n << bits) return undefined;
    value += isLast ? number : number << BigInt(8 * (3 - index));
  }
  return { bits: 32, value };
}

/** A network; `undefined` for what is none, `inconsistent` for one with bits behind its mask. */
export function readNetwork(
  text: string,
): { readonly address: Address; readonly length: number } | 'inconsistent' | undefined {
  if (text.length > 63) return undefined;
  const slash = text.indexOf('/');
  const mask = slash < 0 ? undefined : text.slice(slash + 1);
  if (mask !== undefined && (!/^[0-9]+$/.test(mask) || Number(mask) > 128)) return undefined;
  const address = readAddress(slash < 0 ? text : text.slice(0, slash));
  if (address === undefined) return undefined;
  const length = mask === undefined ? address.bits : Number(mask);
  if (length > address.bits) return 'inconsistent';
  const rest = BigInt(address.bits - length);
  return (address.value >> rest) << rest === address.value ? { address, length } : 'inconsistent';
}

/** The first entry of a list of addresses that sshd refuses, an empty one among them (`addr_match_list` of addrmatch.c). */
export function badAddressEntry(list: string): string | undefined {
  return list
    .split(',')
    .map(entry => entry.replace(/^!/, ''))
    .find(entry => entry === '' || readNetwork(entry) === 'inconsistent');
}

/** Whether an address is in a list of networks and patterns; the first entry that begins with `!` and matches excludes it. */
export function matchesAddressList(text: string, list: string): boolean {
  const address = readAddress(text);
  if (address === undefined) return false;
  let found = false;
  for (const entry of list.split(',')) {
    const isNegated = entry.startsWith('!');
    const pattern = isNegated ? entry.slice(1) : entry;
    const network = readNetwork(pattern);
    if (network === 'inconsistent') return false;
    const matches = network === undefined ? matchesPattern(text, pattern) : isWithin(address, network);
    if (!matches) continue;
    if (isNegated) return false;
    found = true;
  }
  return found;
}

function isWithin(
  address: Address,
  network: { readonly address: Address; readonly length: number },
): boolean {
  if (address.bits !== network.address.bits) return false;
  const rest = BigInt(address.bits - network.length);
  return address.value >> rest === network.address.value >> rest;
}

/** An address as getnameinfo(3) writes it. */
export function writeAddress({ bits, value }: Address): string {
  if (bits === 32) return writeIp4(value);
  const groups = Array.from({ length: 8 }, (_, index) =>
    Number((value >> BigInt(16 * (7 - index))) & 0xffffn),
  );
  const run = longestZeros(groups);
  const isCompatible = run.start === 0 && (run.length === 6 || (run.length === 5 && groups[5] === 0xffff));
  if (isCompatible) return `${run.length === 5 ? '::ffff' : ':'}:${writeIp4(value & 0xffffffffn)}`;
  const hex = groups.map(group => group.toString(16));
  if (run.length < 2) return hex.join(':');
  return `${hex.slice(0, run.start).join(':')}::${hex.slice(run.start + run.length).join(':')}`;
}

function writeIp4(value: bigint): string {
  return [24n, 16n, 8n, 0n].map(shift => String((value >> shift) & 0xffn)).join('.');
}

function longestZeros(groups: readonly number[]): { start: number; length: number } {
  let best = { start: 0, length: 0 };
  for (let start = 0; start < groups.length; start++) {
    let length = 0;
    while (groups[start + length] === 0) length++;
    if (length > best.length) best = { start, length };
  }
  return best;
}
