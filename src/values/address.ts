/** An IP address as a number. */
export interface Address {
  readonly bits: 32 | 128;
  readonly value: bigint;
}

/** An IPv4 or IPv6 address as `inet_pton` reads it: four decimal numbers without leading zeros, or hexadecimal groups; no zone, no mask. */
export function parseAddress(text: string): Address | undefined {
  const ip4 = parseIp4(text);
  if (ip4 !== undefined) return { bits: 32, value: ip4 };
  const ip6 = text.length <= 45 && text.includes(':') ? parseIp6(text) : undefined;
  return ip6 === undefined ? undefined : { bits: 128, value: ip6 };
}

function parseIp4(text: string): bigint | undefined {
  if (!/^(?:(?:0|[1-9][0-9]{0,2})(?:\.(?!$)|$)){4}$/.test(text)) return undefined;
  const parts = text.split('.').map(Number);
  if (parts.length !== 4 || parts.some(part => part > 255)) return undefined;
  return BigInt(parts.reduce((sum, part) => sum * 256 + part, 0));
}

function parseIp6(text: string): bigint | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [before, after] = halves.map((half, index) => groupsOf(half, index === halves.length - 1));
  if (before === undefined || (halves.length === 2 && after === undefined)) return undefined;
  const left = 8 - before.length - (after?.length ?? 0);
  if (halves.length === 1 ? left !== 0 : left < 1) return undefined;
  const groups = [...before, ...Array<number>(left).fill(0), ...(after ?? [])];
  return groups.reduce((sum, group) => (sum << 16n) | BigInt(group), 0n);
}

/** Groups of 16 bits; the last two may be written as an IPv4 address. */
function groupsOf(text: string, isLast: boolean): readonly number[] | undefined {
  if (text === '') return [];
  const groups: number[] = [];
  const parts = text.split(':');
  for (const [index, part] of parts.entries()) {
    const ip4 = isLast && index === parts.length - 1 ? parseIp4(part) : undefined;
    if (ip4 !== undefined) groups.push(Number(ip4 >> 16n), Number(ip4 & 0xffffn));
    else if (/^[0-9a-f]{1,4}$/i.test(part)) groups.push(Number.parseInt(part, 16));
    else return undefined;
  }
  return groups;
}
