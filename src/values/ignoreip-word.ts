import { lazyPattern } from '../text/lazy-pattern';
import { isSpace } from '../text/python-space';
import { parseAddress } from './address';
import { parseExactInteger } from './integer';
import { isAddressPlaceholder } from './placeholders';
import { unquote } from './quotes';

/** Why a word of `ignoreip` exempts nobody although fail2ban takes it. */
export interface IgnoreipFault {
  /** In words that follow the word. */
  readonly reason: string;
  readonly suggestion: string | undefined;
}

/** Words of a sentence, and settings of other programs; names of hosts without a domain are left alone. */
const sentence: ReadonlySet<string> = new Set(
  (
    'and or to from until through thru with plus also except not the my our ip ips ipv4 ipv6 cidr address addresses network networks ' +
    'range subnet und oder bis y et none no yes true false null all any everyone'
  ).split(' '),
);

/**
 * What is wrong with a word of `ignoreip` that the server accepts but that never matches an address (`IPAddr` of server/ipdns.py takes
 * what is no address for the name of a host). Undefined for addresses, networks, names of hosts and files, and for what stands in
 * for an address still to be filled in.
 */
export function findIgnoreipFault(word: string): IgnoreipFault | undefined {
  if (word.startsWith('file:') || isAddressPlaceholder(word)) return undefined;
  for (let at = 0; at < word.length; at++) {
    if (isSpace(word.charCodeAt(at)))
      return fault('holds a tab or the like, which does not separate addresses');
  }
  if (/^\[[^\]]*\]\//.test(word))
    return fault(
      'has brackets in front of its mask, with which it is no network',
      word.replace(/[[\]]/g, ''),
    );
  const bare = /^\[.*\]$/.test(word) ? word.slice(1, -1) : word;
  const [host = '', ...masks] = bare.split('/');
  const address = parseAddress(host);
  if (address !== undefined)
    return masks.length === 0 ? undefined : maskFault(host, masks.join('/'), address.bits);
  const plain = unquote(word);
  if (plain !== word) return fault('has quotes, which are taken for a part of it', plain);
  if (/^[\d.]+$/.test(host)) return octetFault(host, masks);
  if (/^[\d.*xX]+$/.test(host))
    return fault('has a wildcard, which fail2ban does not know', wildcardNetwork(host));
  if (/^[\d.]+-[\d.]*$/.test(host))
    return fault('is a range, which fail2ban does not know; write it as networks');
  if (host.includes('%')) return fault('has a zone, which no address in a log has');
  if (/^[\d.]+:\d+$/.test(host)) return fault('has a port', host.replace(/:.*/, ''));
  if (host.includes(':') && /^[\da-f:.]+$/i.test(host)) return fault('is no IPv6 address');
  if (sentence.has(bare.toLowerCase())) return fault('is taken for the name of a host');
  if (!hostName().test(host)) return fault('is no address, network or name of a host');
  return masks.length > 0 ? fault('is a name with a mask, and only addresses have one') : undefined;
}

const hostName = lazyPattern(() => /^(?=.*\p{L})[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_.])?$/u);

function fault(reason: string, suggestion?: string): IgnoreipFault {
  return { reason, suggestion };
}

function maskFault(host: string, mask: string, bits: 32 | 128): IgnoreipFault | undefined {
  const length = parseExactInteger(mask);
  if (length !== undefined) {
    return length >= 0n && length <= BigInt(bits)
      ? undefined
      : fault(`has a mask that is not between 0 and ${bits}, so that it never matches`);
  }
  // other masks are refused, but for one with a dot in it that is no address
  if (!/[.:]/.test(mask) || parseAddress(mask) !== undefined) return undefined;
  return fault(
    'has a mask that is none and counts as 0, so that every address is exempt',
    `${host}/${mask.replace(/\D.*/, '')}`,
  );
}

function octetFault(host: string, masks: readonly string[]): IgnoreipFault {
  const parts = host.split('.').filter(part => part !== '');
  const count = parts.length;
  if (parts.some(part => Number(part) > 255)) return fault('is no address: a part of one is 255 at most');
  const tail = masks.length > 0 ? `/${masks.join('/')}` : '';
  if (count === 4) {
    const plain = parts.map(Number).join('.');
    return fault('is no address as fail2ban reads it', plain + tail);
  }
  const reason = `is no address: it has ${count} part${count === 1 ? '' : 's'} in place of four`;
  if (count === 3 && /^0\d$/.test(parts[2]!))
    return fault(reason, `${parts[0]}.${parts[1]}.0.${parts[2]![1]}${tail}`);
  return fault(reason);
}

/** `192.168.1.*` as `192.168.1.0/24`; undefined where a wildcard stands before a number. */
function wildcardNetwork(host: string): string | undefined {
  const parts = host.split('.');
  const fixed = parts.findIndex(part => /^[*xX]+$/.test(part));
  if (
    fixed < 1 ||
    parts.length > 4 ||
    !parts.every((part, index) => (index < fixed ? /^\d{1,3}$/ : /^[*xX]+$/).test(part))
  )
    return undefined;
  const octets = [...parts.slice(0, fixed), ...Array<string>(4 - fixed).fill('0')];
  return `${octets.join('.')}/${8 * fixed}`;
}
