const loopback = /^(?:127\.[\d.]+|\[?(?:::1|(?:0{1,4}:){7}0{0,3}1|::ffff:127\.[\d.]+)\]?)$/i;
const ownNames = /^(?:ip6-)?(?:localhost|loopback)[46]?(?:\.localdomain[46]?)?$/i;

/** Whether a word of `ignoreip` stands for this host alone: an address or network within 127.0.0.0/8, `::1`, `localhost`. */
export function isLoopback(word: string): boolean {
  const [address = '', mask] = word.split('/');
  if (ownNames.test(address)) return true;
  if (!loopback.test(address)) return false;
  const least = address.includes(':') ? 96 : 8;
  return mask === undefined || !/^\d+$/.test(mask) || Number(mask) >= least;
}

/**
 * Whether a word of `ignoreip` is meant as an address, a network, a host name with a domain or (from 1.1.1) a file of them. The words
 * of a comment that ended up in the list are not. A slip in an address makes no difference: another rule speaks of it.
 */
export function meansAddress(word: string): boolean {
  return word.startsWith('file:') || (/[.:]/.test(word) && /^[\w.:*/[\]-]+$/.test(word));
}
