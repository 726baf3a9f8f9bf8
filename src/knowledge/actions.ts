import type { Firewall } from './programs';

/** What an action is for. */
export type ActionKind =
  /** It blocks addresses; `firewall` is undefined where that happens elsewhere, as at a proxy. */
  | { readonly kind: 'ban'; readonly firewall: Firewall | undefined }
  | { readonly kind: 'mail' }
  /** It tells a service, which does not block anything here. */
  | { readonly kind: 'report' }
  /** It writes to people nobody here knows: whoever a look-up says is responsible for the address. */
  | { readonly kind: 'complaint' }
  | { readonly kind: 'nothing' };

const kinds: ReadonlyMap<string, ActionKind> = new Map([
  ...bans(
    'iptables',
    'iptables iptables-allports iptables-multiport iptables-multiport-log iptables-new iptables-ipset iptables-ipset-proto4 ' +
      'iptables-ipset-proto6 iptables-ipset-proto6-allports iptables-xt_recent-echo symbiosis-blacklist-allports',
  ),
  ...bans('nftables', 'nftables nftables-allports nftables-multiport'),
  ...bans(
    'firewalld',
    'firewallcmd-allports firewallcmd-ipset firewallcmd-multiport firewallcmd-new firewallcmd-rich-logging firewallcmd-rich-rules',
  ),
  ...bans('ufw', 'ufw'),
  ...bans('shorewall', 'shorewall shorewall-ipset-proto6'),
  ...bans('pf', 'pf'),
  ...bans('ipfw', 'ipfw bsd-ipfw osx-ipfw'),
  ...bans('npf', 'npf'),
  ...bans('ipfilter', 'ipfilter'),
  ...bans('apf', 'apf'),
  ...bans('csf', 'csf'),
  ...bans('route', 'route'),
  ...bans(
    undefined,
    'cloudflare cloudflare-token hostsdeny mikrotik netscaler nginx-block-map opnsense osx-afctl',
  ),
  ...all(
    { kind: 'mail' },
    'mail mail-buffered mail-whois mail-whois-lines sendmail sendmail-buffered sendmail-geoip-lines sendmail-whois ' +
      'sendmail-whois-ipjailmatches sendmail-whois-ipmatches sendmail-whois-lines sendmail-whois-matches smtp.py',
  ),
  ...all(
    { kind: 'report' },
    'abuseipdb apprise apprise-api badips blocklist_de discord-webhook gotify ipthreat pushover',
  ),
  ...all({ kind: 'complaint' }, 'complain dshield mynetwatchman xarf-login-attack'),
  ...all(
    { kind: 'nothing' },
    'dummy helpers-common firewallcmd-common iptables-common mail-whois-common sendmail-common',
  ),
]);

function bans(firewall: Firewall | undefined, names: string): [string, ActionKind][] {
  return all({ kind: 'ban', firewall }, names);
}

function all(kind: ActionKind, names: string): [string, ActionKind][] {
  return names.split(' ').map(name => [name, kind]);
}

/**
 * What an action of this name is for in fail2ban itself or a package of it (0.9 to 1.1.1, linuxserver); undefined where none has
 * such an action.
 */
export function stockActionKind(name: string): ActionKind | undefined {
  return kinds.get(name);
}

/** Services that get the addresses of offenders only. */
const addressServices: ReadonlySet<string> = new Set(['abuseipdb', 'badips', 'blocklist_de', 'ipthreat']);

/** Whether an action gives addresses to a service that publishes them, which is for the admin to decide. */
export function tellsAddresses(name: string): boolean {
  return addressServices.has(name);
}
