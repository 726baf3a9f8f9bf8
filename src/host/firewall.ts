import { type Found, found, unknown } from './found';
import type { RootFiles } from './root-files';

/** Units that set up a firewall when the host starts, and whose it is. */
const units = [
  ['shorewall.service', 'shorewall'],
  ['csf.service', 'csf'],
  ['nftables.service', 'nftables'],
  ['netfilter-persistent.service', 'iptables'],
  ['iptables.service', 'iptables'],
] as const;

/**
 * What manages the packet filter: what is enabled; else the one that is installed, if it is one alone. ufw's unit is enabled wherever ufw
 * is installed, and its own switch counts (ufw(8)).
 */
export function findFirewall(
  root: RootFiles,
  enabled: readonly string[] | undefined,
  commands: readonly string[] | undefined,
): Found<string> {
  const isOn = (unit: string) => enabled?.includes(unit) === true;
  if (isOn('firewalld.service')) return found('firewalld', 'firewalld.service is enabled');
  if (/^[ \t]*ENABLED=["']?yes\b/im.test(root.text('/etc/ufw/ufw.conf') ?? ''))
    return found('ufw', 'ENABLED=yes in /etc/ufw/ufw.conf');
  for (const [unit, name] of units) if (isOn(unit)) return found(name, `${unit} is enabled`);
  if (commands === undefined) return unknown('no firewall is enabled, and programs are not known');
  // without systemd nobody knows what starts these
  const manager = ['firewalld', 'ufw', 'shorewall', 'csf'].find(each => commands.includes(each));
  if (manager !== undefined && enabled === undefined)
    return unknown(`${manager} is installed, and may be in use`);
  const installed = [
    ...(commands.includes('nft') ? ['nftables'] : []),
    ...(commands.includes('iptables') ? ['iptables'] : []),
  ];
  if (installed.length === 1) return found(installed[0]!, 'it is installed, and no other firewall is in use');
  return unknown(
    installed.length === 0 ? 'none is installed' : 'nftables and iptables are installed, none is enabled',
  );
}
