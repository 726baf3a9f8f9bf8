import {
  bannedPorts,
  bansOf,
  decidedByPackage,
  defineRule,
  type Fix,
  filterName,
  isMailPort,
  isPackagedFile,
  isPortOfService,
  type Jail,
  type Model,
  ownPlace,
  ownSetting,
  portsOf,
  removeOption,
  setForJails,
  stockPorts,
} from '../../src/api';

export default defineRule({
  id: 'coverage/wrong-service-port',
  severity: 'warning',
  summary: 'a jail that blocks the ports of another service',
  why: `A section that was copied keeps the port of the service it was made for. The failures of one service are then counted, and what
is blocked is another: the guesser goes on, and loses something he never asked for.`,
  fix: 'port = the ports of the service, as in the stock jail for the filter',
  bad: {
    'jail.local':
      '[vsftpd]\nenabled = true\nfilter = vsftpd\nport = ssh\nlogpath = /var/log/vsftpd.log\naction = drop[port="%(port)s"]\n',
    'filter.d/vsftpd.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/drop.conf':
      '[Definition]\nactionban = iptables -I INPUT -p tcp -m multiport --dports <port> -s <ip> -j DROP\nactionunban = iptables -D INPUT -p tcp -m multiport --dports <port> -s <ip> -j DROP\n',
  },
  good: {
    'jail.local':
      '[vsftpd]\nenabled = true\nfilter = vsftpd\nport = ftp,ftps\nlogpath = /var/log/vsftpd.log\naction = drop[port="%(port)s"]\n',
    'filter.d/vsftpd.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/drop.conf':
      '[Definition]\nactionban = iptables -I INPUT -p tcp -m multiport --dports <port> -s <ip> -j DROP\nactionunban = iptables -D INPUT -p tcp -m multiport --dports <port> -s <ip> -j DROP\n',
  },
  evidence: ['fail2ban/fail2ban#1491'],
  check(model, report) {
    const { setup, jails } = model;
    for (const jail of jails) {
      if (!jail.enabled || decidedByPackage(setup, jail, ['action', 'banaction'])) continue;
      const filter = filterName(jail);
      const expected = stockPorts(filter);
      const ports = portsOf(jail);
      if (expected.size === 0 || ports.length === 0) continue;
      if (!ports.every(port => !expected.has(port) && isPortOfService(port))) continue;
      if (ports.every(isMailPort) && [...expected].some(isMailPort)) continue;
      const bans = bansOf(jail);
      if (bans === undefined || bans.length === 0) continue;
      if (!bans.every(action => bannedPorts(action)?.every(port => ports.includes(port)))) continue;
      const at = ownPlace(jail, ['port', 'action']);
      if (at === undefined) continue;
      report({
        at,
        message: `[${jail.name}] finds failures of ${filter}, but blocks ${ports.join(', ')}: a banned address goes on with ${[...expected].join(', ')}`,
        jail: jail.name,
        option: 'port',
        ...mend(model, jail, [...expected]),
      });
    }
  },
});

/** The ports of the package for the filter, where the jail says itself which. */
function mend(model: Model, jail: Jail, ports: readonly string[]): { readonly fix?: Fix } {
  const own = ownSetting(jail, 'port');
  if (own?.section !== jail.name) return {};
  const fix = isPackagedFile(own.overrides?.file.name ?? '')
    ? removeOption('delete this line: the package has the ports of the service', own)
    : setForJails(model, [jail], 'port', ports.join(','));
  return { fix: { ...fix, decision: 'which ports a ban closes' } };
}
