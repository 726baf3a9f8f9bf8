import type { Firewall } from './programs';

/** Firewalls that put rules into netfilter themselves, and so work beside each other. */
const sharesNetfilter: ReadonlySet<string> = new Set(['iptables', 'nftables', 'ufw']);
const onLinux: ReadonlySet<string> = new Set([
  'iptables',
  'nftables',
  'firewalld',
  'ufw',
  'shorewall',
  'apf',
  'csf',
]);

/**
 * Why bans of one firewall do not last or work on a host that another one manages; undefined where they do, or where the host's is
 * not known. nftables rules stand in a table of their own, which firewalld leaves alone; routes are no firewall's business.
 */
export function mismatchOf(ban: Firewall, host: string): string | undefined {
  if (ban === host || ban === 'route') return undefined;
  if (!onLinux.has(host) && !/^(?:pf|ipfw|npf|ipfilter)$/.test(host)) return undefined;
  if (onLinux.has(ban) !== onLinux.has(host)) return 'no rule of it is ever looked at there';
  if (ban === 'nftables') return undefined;
  if (ban === 'iptables') {
    if (host === 'firewalld')
      return 'firewalld does not know of these bans, and its own rules can let through what they block';
    return undefined;
  }
  if (sharesNetfilter.has(ban) || onLinux.has(ban))
    return `${ban} does not run there, so every ban fails or blocks nothing`;
  return undefined;
}
