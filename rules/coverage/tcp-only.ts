import {
  actionIsTold,
  answersOverUdp,
  bannedProtocols,
  bansOf,
  decidedByPackage,
  defineRule,
  type Fix,
  filterName,
  isAtLeast,
  isPackagedFile,
  type Jail,
  type Model,
  ownPlace,
  ownSetting,
  portsOf,
  removeOption,
  setForJails,
} from '../../src/api';

export default defineRule({
  id: 'coverage/tcp-only',
  severity: 'warning',
  summary: 'a ban on TCP for a service that answers over UDP',
  why: `SIP, OpenVPN, WireGuard, DNS and voice servers talk over UDP, and fail2ban blocks TCP where nobody says otherwise. The jail
counts and bans as it should, and the packets of the banned address keep coming.`,
  fix: 'protocol = udp, or protocol = tcp,udp with the iptables and nftables actions of fail2ban 1.0 and newer',
  bad: {
    'jail.local':
      '[openvpn]\nenabled = true\nfilter = openvpn\nlogpath = /var/log/openvpn.log\nprotocol = tcp\naction = drop[protocol="%(protocol)s"]\n',
    'filter.d/openvpn.conf': '[Definition]\nfailregex = ^<HOST>:\\d+ TLS handshake failed$\n',
    'action.d/drop.conf':
      '[Definition]\nactionban = iptables -I INPUT -p <protocol> -s <ip> -j DROP\nactionunban = iptables -D INPUT -p <protocol> -s <ip> -j DROP\n',
  },
  good: {
    'jail.local':
      '[openvpn]\nenabled = true\nfilter = openvpn\nlogpath = /var/log/openvpn.log\nprotocol = udp\naction = drop[protocol="%(protocol)s"]\n',
    'filter.d/openvpn.conf': '[Definition]\nfailregex = ^<HOST>:\\d+ TLS handshake failed$\n',
    'action.d/drop.conf':
      '[Definition]\nactionban = iptables -I INPUT -p <protocol> -s <ip> -j DROP\nactionunban = iptables -D INPUT -p <protocol> -s <ip> -j DROP\n',
  },
  evidence: [
    'fail2ban/fail2ban#2451',
    'fail2ban/fail2ban#798',
    'fail2ban/fail2ban#1166',
    'fail2ban/fail2ban#1788',
    'fail2ban/fail2ban#440',
    'thevoiceguy/siphon-ai#100',
    'fusionpbx/fusionpbx-install.sh#13',
    'fail2ban/fail2ban#2503',
  ],
  check(model, report) {
    const { setup, jails } = model;
    for (const jail of jails) {
      if (!jail.enabled || !answersOverUdp(filterName(jail), jail.name, portsOf(jail))) continue;
      if (decidedByPackage(setup, jail, ['protocol', 'action', 'banaction'])) continue;
      const protocols = bansOf(jail)?.map(action => bannedProtocols(action));
      if (protocols === undefined || protocols.length === 0) continue;
      if (!protocols.every(each => each?.every(protocol => protocol === 'tcp'))) continue;
      const at = ownPlace(jail, ['protocol', 'action']);
      if (at === undefined) continue;
      report({
        at,
        message: `[${jail.name}] blocks TCP only, but the service answers over UDP: a banned address goes on there`,
        jail: jail.name,
        option: 'protocol',
        ...mend(model, jail),
      });
    }
  },
});

function mend(model: Model, jail: Jail): { readonly fix?: Fix } {
  const own = ownSetting(jail, 'action');
  const decision = 'over what the service answers';
  const usual = own?.overrides ?? jail.option('action_')?.setting;
  if (own?.section === jail.name && usual?.section === jail.name && isPackagedFile(usual.file.name))
    return { fix: { ...removeOption('delete this action: that of the package blocks both', own), decision } };
  if (!takesBoth(model, jail)) return {};
  return { fix: { ...setForJails(model, [jail], 'protocol', 'tcp,udp', 'own'), decision } };
}

/** Whether the bans are those of the package that go through a list of protocols, which they are told by the jail. */
function takesBoth({ setup }: Model, jail: Jail): boolean {
  const isList = (name: string) => /^(?:iptables|nftables)(?:-(?:multiport|allports|new))?$/.test(name);
  const areLists = bansOf(jail)?.every(({ name }) => isList(name.value)) === true;
  return isAtLeast(setup.release, '1.0') && areLists && actionIsTold(jail, 'protocol');
}
