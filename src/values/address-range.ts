import { parseAddress } from './address';

/** More networks than these nobody wants in a list. */
const mostNetworks = 12;

/**
 * The networks that make up exactly a range of IPv4 addresses, as `10.0.0.1-10.0.0.20` or `10.0.0.1-20`; undefined for what is none,
 * or would take too many.
 */
export function networksOfRange(range: string): readonly string[] | undefined {
  const [first = '', last = '', more] = range.split('-');
  const to = /^\d+$/.test(last) ? first.replace(/\d+$/, last) : last;
  const [start, end] = [parseAddress(first), parseAddress(to)];
  if (more !== undefined || start?.bits !== 32 || end?.bits !== 32 || start.value > end.value)
    return undefined;
  const networks: string[] = [];
  let at = Number(start.value);
  const stop = Number(end.value);
  while (at <= stop) {
    let size = 1;
    while (size < 2 ** 32 && at % (size * 2) === 0 && at + size * 2 - 1 <= stop) size *= 2;
    networks.push(format(at) + (size === 1 ? '' : `/${32 - Math.log2(size)}`));
    if (networks.length > mostNetworks) return undefined;
    at += size;
  }
  return networks;
}

function format(value: number): string {
  return [24, 16, 8, 0].map(shift => (value >>> shift) & 255).join('.');
}
