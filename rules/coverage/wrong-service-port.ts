import {
  bannedPorts,
  bansOf,
  decidedByPackage,
  defineRule,
  type Fix,
  faultsByPlace,
  filterName,
  isMailPort,
  isPackagedFile,
  isPortOfService,
  type Jail,
  type Model,
  nameJails,
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
    const faults = jails.flatMap(jail => {
      if (!jail.enabled || decidedByPackage(setup, jail, ['action', 'banaction'])) return [];
      const filter = filterName(jail);
      const expected = stockPorts(filter);
      const ports = portsOf(jail);
      if (expected.size === 0 || ports.length === 0) return [];
      if (!ports.every(port => !expected.has(port) && isPortOfService(port))) return [];
      if (ports.every(isMailPort) && [...expected].some(isMailPort)) return [];
      const bans = bansOf(jail);
      if (bans === undefined || bans.length === 0) return [];
      if (!bans.every(action => bannedPorts(action)?.every(port => ports.includes(port)))) return [];
      const place = ownPlace(jail, ['port', 'action']);
      return [{ jail, place, about: filter, fault: { filter, ports, expected: [...expected] } }];
    });
    for (const { place, jails: found, fault } of faultsByPlace(setup, faults)) {
      const { filter, ports, expected } = fault;
      const blocked = found.every(jail => portsOf(jail).join() === ports.join())
        ? ports.join(', ')
        : 'the ports of other services';
      report({
        at: place,
        message: `${nameJails(found, 'finds', 'find')} failures of ${filter}, but ${found.length === 1 ? 'blocks' : 'block'} ${blocked}: a banned address goes on with ${expected.join(', ')}`,
        ...(found.length === 1 && { jail: found[0]!.name }),
        option: 'port',
        ...(found.length === 1 && mend(model, found[0]!, expected)),
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
