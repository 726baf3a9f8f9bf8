import {
  actionIsTold,
  answersOverUdp,
  bannedProtocols,
  bansOf,
  decidedByPackage,
  defineRule,
  type Fix,
  faultsByPlace,
  filterName,
  isAtLeast,
  isPackagedFile,
  type Jail,
  type Model,
  nameJails,
  ownPlace,
  ownSetting,
  portsOf,
  removeOption,
  type Setting,
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
    const faults = jails
      .filter(jail => blocksTcpOnly(setup, jail))
      .map(jail => ({ jail, place: ownPlace(jail, ['protocol', 'action']), fault: undefined }));
    for (const { place, jails: found } of faultsByPlace(setup, faults)) {
      report({
        at: place,
        message: `${nameJails(found, 'blocks', 'block')} TCP only, but the service answers over UDP: a banned address goes on there`,
        ...(found.length === 1 && { jail: found[0]!.name }),
        option: 'protocol',
        ...mend(model, found),
      });
    }
  },
});

/** Whether the admin made a jail so, and the service answers over UDP. */
function blocksTcpOnly(setup: Model['setup'], jail: Jail): boolean {
  if (!jail.enabled || !answersOverUdp(filterName(jail), jail.name, portsOf(jail))) return false;
  if (decidedByPackage(setup, jail, ['protocol', 'action', 'banaction'])) return false;
  const protocols = bansOf(jail)?.map(action => bannedProtocols(action));
  if (protocols === undefined || protocols.length === 0) return false;
  return protocols.every(each => each?.every(protocol => protocol === 'tcp'));
}

function mend(model: Model, jails: readonly Jail[]): { readonly fix?: Fix } {
  const decision = 'over what the service answers';
  const action = jails.length === 1 ? needlessAction(jails[0]!) : undefined;
  if (action !== undefined)
    return {
      fix: { ...removeOption('delete this action: that of the package blocks both', action), decision },
    };
  if (!jails.every(jail => takesBoth(model, jail))) return {};
  return { fix: { ...setForJails(model, jails, 'protocol', 'tcp,udp', 'own'), decision } };
}

/** The action a jail sets in its own section, where the package has one for it that blocks both. */
function needlessAction(jail: Jail): Setting | undefined {
  const own = ownSetting(jail, 'action');
  const usual = own?.overrides ?? jail.option('action_')?.setting;
  const isOwn = own?.section === jail.name && usual?.section === jail.name;
  return isOwn && isPackagedFile(usual.file.name) ? own : undefined;
}

/** Whether the bans are those of the package that go through a list of protocols, which they are told by the jail. */
function takesBoth({ setup }: Model, jail: Jail): boolean {
  const isList = (name: string) => /^(?:iptables|nftables)(?:-(?:multiport|allports|new))?$/.test(name);
  const areLists = bansOf(jail)?.every(({ name }) => isList(name.value)) === true;
  return isAtLeast(setup.release, '1.0') && areLists && actionIsTold(jail, 'protocol');
}
