import type { JailAction } from './jail-actions';

/** Stock actions for IPv4 alone (action.d/iptables-ipset-proto4.conf). */
const stockNames: ReadonlySet<string> = new Set(['iptables-ipset-proto4']);

/** Whether an action of this name is one of fail2ban's own that blocks no IPv6 address. */
export function isStockIpv4Only(name: string): boolean {
  return stockNames.has(name);
}

/**
 * Whether an action runs the same for both kinds of address, and what it runs takes those of IPv4 only. What decides in the shell
 * by the address is given the benefit of the doubt.
 */
export function blocksIpv4Only(action: JailAction): boolean {
  if (action.kind?.kind !== 'ban') return false;
  const ban = action.script('actionban', 'inet4');
  const start = action.script('actionstart', 'inet4');
  for (const option of ['actionban', 'actionstart']) {
    if (action.script(option, 'inet4').text.value !== action.script(option, 'inet6').text.value) return false;
  }
  const whole = `${start.text.value}\n${ban.text.value}`;
  if (/ip6tables|inet6|ipv6|<family>|\b(?:if|case|grep)\b|\[\[? /i.test(whole)) return false;
  const programs = new Set(ban.commands.map(({ program }) => program));
  if (programs.has('iptables') || programs.has('ipset')) return true;
  return programs.has('nft') && /\bip saddr\b|\bipv4_addr\b/.test(whole);
}
