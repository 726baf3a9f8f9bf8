import {
  bansOf,
  defineRule,
  exemptAddresses,
  exemptsCloudflare,
  faultsByPlace,
  filterName,
  isWebService,
  nameJails,
  ownPlace,
  portsOf,
} from '../../src/api';

export default defineRule({
  id: 'coverage/reverse-proxy',
  severity: 'warning',
  summary: 'a web jail that bans in the packet filter behind a proxy',
  why: `Behind a proxy or a content delivery network all packets come from its addresses. Where the log has the visitor's own address, a
ban in the local packet filter never meets one of his packets; where it has that of the proxy, the ban shuts out everybody.`,
  fix: 'ban where the visitors arrive: cloudflare-token, or nginx-block-map on the proxy; and exempt the networks of the proxy in ignoreip',
  bad: {
    'jail.local':
      '[shop]\nenabled = true\nfilter = shop\nport = http,https\nlogpath = /var/log/shop.log\naction = drop\nignoreip = 127.0.0.1/8 173.245.48.0/20 103.21.244.0/22\n',
    'filter.d/shop.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/drop.conf':
      '[Definition]\nactionban = iptables -I INPUT -s <ip> -j DROP\nactionunban = iptables -D INPUT -s <ip> -j DROP\n',
  },
  good: {
    'jail.local':
      '[shop]\nenabled = true\nfilter = shop\nport = http,https\nlogpath = /var/log/shop.log\naction = drop\nignoreip = 127.0.0.1/8 198.51.100.0/24\n',
    'filter.d/shop.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/drop.conf':
      '[Definition]\nactionban = iptables -I INPUT -s <ip> -j DROP\nactionunban = iptables -D INPUT -s <ip> -j DROP\n',
  },
  evidence: [
    'fail2ban/fail2ban#1040',
    'fail2ban/fail2ban#3974',
    'fail2ban/fail2ban#3620',
    'sosandroid/docker-fail2ban-synology#4',
    'dani-garcia/vaultwarden#973',
    'thebrandonallen/wp-fail2ban-redux#14',
    'thebrandonallen/wp-fail2ban-redux#15',
    'tomMoulard/fail2ban#84',
    'mitchellkrogza/nginx-ultimate-bad-bot-blocker#192',
    'https://blog.lrvt.de',
  ],
  check({ facts, jails, setup }, report) {
    const faults = jails.flatMap(jail => {
      if (!jail.enabled || !isWebService(filterName(jail), portsOf(jail))) return [];
      const networks = exemptAddresses(jail, setup.release) ?? [];
      const isBehindCloudflare = exemptsCloudflare(networks.map(({ value }) => value));
      const proxy = facts.proxy ?? (isBehindCloudflare ? 'Cloudflare, whose networks are exempt' : undefined);
      if (proxy === undefined || proxy === 'none') return [];
      const bans = bansOf(jail);
      if (bans === undefined || bans.length === 0) return [];
      if (!bans.every(({ kind }) => kind?.kind === 'ban' && kind.firewall !== undefined)) return [];
      return [{ jail, place: ownPlace(jail, ['action', 'banaction']), about: proxy, fault: proxy }];
    });
    for (const { place, jails: found, fault: proxy } of faultsByPlace(setup, faults)) {
      const [they, ban] = found.length === 1 ? ['it', 'bans'] : ['they', 'ban'];
      report({
        at: place,
        message: `visitors of ${nameJails(found, 'arrive', 'arrive')} through ${proxy}: the packet filter of this host never sees the addresses ${they} ${ban}`,
        ...(found.length === 1 && { jail: found[0]!.name }),
        option: 'action',
      });
    }
  },
});
