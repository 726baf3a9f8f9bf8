import {
  addArgument,
  callPlace,
  defineRule,
  type Fix,
  fallbackPort,
  faultsByPlace,
  guardedPorts,
  guardsSshPort,
  type Jail,
  type JailAction,
  nameJails,
} from '../../src/api';

export default defineRule({
  id: 'action/missing-port',
  severity: 'error',
  summary: 'a ban that covers ssh only, as the action is given no port',
  why: `The port, protocol and chain of a jail reach the action through %(action_)s alone. An action that is called by name, such as
iptables-multiport[name=web], gets none of them and falls back to what its own file says: port = ssh. The jail counts failures and
bans as it should, fail2ban-client shows the banned addresses, and they go on as before on every port but 22.`,
  fix: 'set banaction and leave action as it is; or pass the port: iptables-multiport[name=web, port="%(port)s"]',
  bad: {
    'jail.local':
      '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\nport = http,https\naction = drop[name=web]\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/drop.conf':
      '[Definition]\nactionban = iptables -I INPUT -p tcp --dport <port> -s <ip> -j DROP\nactionunban = iptables -D INPUT -p tcp --dport <port> -s <ip> -j DROP\n[Init]\nport = ssh\n',
  },
  good: {
    'jail.local':
      '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\nport = http,https\naction = drop[name=web, port="%(port)s"]\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/drop.conf':
      '[Definition]\nactionban = iptables -I INPUT -p tcp --dport <port> -s <ip> -j DROP\nactionunban = iptables -D INPUT -p tcp --dport <port> -s <ip> -j DROP\n[Init]\nport = ssh\n',
  },
  evidence: [
    'fail2ban/fail2ban#3894',
    'fail2ban/fail2ban#2831',
    'fail2ban/fail2ban#2468',
    'mariusv/nginx-badbot-blocker#37',
  ],
  check({ setup, jails }, report) {
    const faults = jails.flatMap(jail => {
      if (!jail.enabled || jail.reading.skipped !== undefined) return [];
      const bans = jail.actions.filter(({ kind }) => kind === undefined || kind.kind === 'ban');
      const fallen = bans.map(action => ({ action, port: fallbackPort(action) }));
      // another action that bans on the right ports makes up for it
      if (!fallen.every(({ port }) => port !== undefined)) return [];
      return fallen.map(({ action, port }) => {
        const isMeant = guardsSshPort(jail);
        const fault = {
          name: action.name.value,
          port,
          isMeant,
          ports: guardedPorts(jail),
          fix: portFix(jail, action),
        };
        return { jail, place: callPlace(setup, jail, action), about: String(isMeant), fault };
      });
    });
    for (const { place, jails: found, fault } of faultsByPlace(setup, faults)) {
      const { name, port, isMeant, ports, fix } = fault;
      const rest = ports === undefined || found.length > 1 ? 'every other port' : `port ${ports}`;
      const effect = isMeant ? 'which is the port it is for' : `and ${rest} stays open to whoever is banned`;
      report({
        at: place,
        message: `${nameJails(found, 'blocks', 'block')} port ${port} only, ${effect}: ${name} is given no port`,
        ...(isMeant && { severity: 'info' }),
        ...(found.length === 1 && { jail: found[0]!.name }),
        option: 'action',
        ...(fix && { fix }),
      });
    }

    function portFix(jail: Jail, { name, call, text }: JailAction): Fix | undefined {
      const isOne = name.value === 'iptables' && text('type')?.value !== 'multiport';
      const ports = jail.text('port');
      if (ports === undefined || (isOne && /[,:]/.test(ports))) return undefined;
      const fix = addArgument(setup, 'pass the port of the jail on', call, 'port="%(port)s"');
      return fix && { ...fix, decision: 'which ports a ban closes' };
    }
  },
});
