/** Words of names: `nginx-http-auth` has `nginx`, `http` and `auth`. */
function wordsOf(name: string): readonly string[] {
  return name.toLowerCase().split(/[-_. ]/);
}

const hostServices: ReadonlySet<string> = new Set(
  'sshd ssh dropbear pam recidive webmin proxmox selinux'.split(' '),
);

/** Whether a filter (or jail) is for something that runs on the host itself and not in a container. */
export function isHostService(name: string): boolean {
  return hostServices.has(wordsOf(name)[0] ?? '');
}

const overUdp: ReadonlySet<string> = new Set(
  'asterisk freeswitch kamailio opensips openvpn wireguard murmur mumble softether softethervpn nsd named bind9 radius freeradius'.split(
    ' ',
  ),
);

const udpPorts: ReadonlySet<string> = new Set(
  '53 domain 500 isakmp 4500 ipsec-nat-t 1194 openvpn 1812 radius 1813 radius-acct 51820 64738'.split(' '),
);

/** Consoles and web pages of services that answer over UDP otherwise. */
const consoles = /(?:^|[-_. ])(?:ami|manager|http|web|gui|api|admin|ari)(?:$|[-_. ])/;
const consolePorts: ReadonlySet<string> = new Set(
  'http https 80 443 5038 8021 8080 8088 8089 8443'.split(' '),
);

/**
 * Whether a service answers over UDP: SIP, VPN, DNS and voice do. named-refused is left out, as the addresses of its log come from
 * packets anybody can forge (filter.d/named-refused.conf).
 */
export function answersOverUdp(filter: string, jail: string, ports: readonly string[]): boolean {
  if (/^named-refused/.test(filter) || [filter, jail].some(name => consoles.test(name.toLowerCase())))
    return false;
  if (ports.length > 0 && ports.every(port => consolePorts.has(port))) return false;
  if ([filter, jail].some(name => overUdp.has(wordsOf(name)[0] ?? ''))) return true;
  return ports.length > 0 && ports.every(port => udpPorts.has(port));
}

const inContainers: ReadonlySet<string> = new Set(
  'traefik vaultwarden bitwarden authelia authentik nextcloud jellyfin emby gitea forgejo portainer npm homeassistant mailcow mailu'.split(
    ' ',
  ),
);

/** Whether an application is nearly always run in a container where containers are run at all. */
export function isMostlyContained(name: string): boolean {
  return wordsOf(name).some(word => inContainers.has(word));
}

/** Whether a log lies where containers have theirs. */
export function isLogOfContainer(path: string): boolean {
  return /^\/var\/lib\/(?:docker|containers)\/|\/(?:docker|containers?|compose)\//.test(path);
}

const web: ReadonlySet<string> = new Set(
  'apache nginx lighttpd traefik haproxy caddy openhab php drupal wordpress wp roundcube squirrelmail phpmyadmin nextcloud vaultwarden bitwarden gitea grafana guacamole horde sogo'.split(
    ' ',
  ),
);

/** Whether a jail is for visitors of web sites. */
export function isWebService(filter: string, ports: readonly string[]): boolean {
  if (web.has(wordsOf(filter)[0] ?? '')) return true;
  return ports.length > 0 && ports.every(port => /^(?:https?|80|443|8080|8443)$/.test(port));
}

const cloudflare: ReadonlySet<string> = new Set(
  (
    '173.245.48.0/20 103.21.244.0/22 103.22.200.0/22 103.31.4.0/22 141.101.64.0/18 108.162.192.0/18 190.93.240.0/20 188.114.96.0/20 ' +
    '197.234.240.0/22 198.41.128.0/17 162.158.0.0/15 104.16.0.0/13 104.24.0.0/14 104.16.0.0/12 172.64.0.0/13 131.0.72.0/22 ' +
    '2400:cb00::/32 2606:4700::/32 2803:f800::/32 2405:b500::/32 2405:8100::/32 2a06:98c0::/29 2c0f:f248::/32'
  ).split(' '),
);

/** Whether a network is one of those Cloudflare publishes. */
export function isNetworkOfCloudflare(network: string): boolean {
  return cloudflare.has(network);
}

/** Whether a list of exempt networks has those of Cloudflare in it (https://www.cloudflare.com/ips/). */
export function exemptsCloudflare(networks: readonly string[]): boolean {
  return networks.filter(network => cloudflare.has(network)).length > 1;
}
