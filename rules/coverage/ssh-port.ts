import {
  atDirective,
  bansOf,
  changeOf,
  closesPort,
  defineRule,
  type Fix,
  filterName,
  type Jail,
  type Model,
  ownPlace,
  ownSetting,
  portsOf,
  setForJails,
  sshdPorts,
} from '../../src/api';

export default defineRule({
  id: 'coverage/ssh-port',
  severity: 'error',
  summary: 'sshd listens on a port that the ban does not close',
  why: `sshd was moved to another port, or listens on a second one, and the jail still says port = ssh, which is 22. The failures are found, the
address is banned, fail2ban says "already banned" again and again, and the guessing goes on: the ban closes a door nobody uses.`,
  fix: 'port = the ports of sshd, such as port = 2222 or port = ssh,2222',
  bad: {
    'ssh/sshd_config': 'Port 2222\n',
    'jail.local':
      '[sshd]\nenabled = true\nfilter = sshd\nport = ssh\nlogpath = /var/log/auth.log\naction = drop[port="%(port)s"]\n',
    'filter.d/sshd.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/drop.conf':
      '[Definition]\nactionban = nft add rule inet f2b x tcp dport { <port> } ip saddr <ip>\n',
  },
  good: {
    'ssh/sshd_config': 'Port 2222\n',
    'jail.local':
      '[sshd]\nenabled = true\nfilter = sshd\nport = 2222\nlogpath = /var/log/auth.log\naction = drop[port="%(port)s"]\n',
    'filter.d/sshd.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/drop.conf':
      '[Definition]\nactionban = nft add rule inet f2b x tcp dport { <port> } ip saddr <ip>\n',
  },
  evidence: [
    'fail2ban/fail2ban#3015',
    'fail2ban/fail2ban#2312',
    'fail2ban/fail2ban#3261',
    'fail2ban/fail2ban#2831',
    'fail2ban/fail2ban#2807',
    'xrhstosmour/arch-tuner#26',
    'YunoHost/doc#815',
    'geerlingguy/ansible-role-security#30',
  ],
  check(model, report) {
    const { jails, sshd, facts } = model;
    // a socket of systemd listens in its place, on ports of its own
    if (sshd === undefined || facts.units?.includes('ssh.socket')) return;
    const guards = jails.filter(jail => (bansOf(jail)?.length ?? 1) > 0 && filterName(jail) === 'sshd');
    const open = sshdPorts(sshd).filter(({ port }) => closesPort(guards, port) === false);
    const [first] = guards;
    const at = first && ownPlace(first, ['port']);
    if (first === undefined || at === undefined || open.length === 0) return;
    const ports = open.map(({ port }) => port).join(' and ');
    const lines = open.flatMap(({ port, line }) => (line === undefined ? [] : [{ port, line }]));
    report({
      at,
      message: `sshd listens on port ${ports}, and [${first.name}] blocks ${portsOf(first).join(', ')} only: a banned address goes on there`,
      jail: first.name,
      option: 'port',
      fix: addPorts(
        model,
        first,
        open.map(each => String(each.port)),
      ),
      related: lines.map(({ port, line }) => ({
        at: atDirective(line),
        message: `port ${port} is opened here`,
      })),
    });
  },
});

/** Behind the ports there are, as the admin wrote them. */
function addPorts(model: Model, jail: Jail, ports: readonly string[]): Fix {
  const own = ownSetting(jail, 'port');
  if (own?.section !== jail.name)
    return setForJails(model, [jail], 'port', [...portsOf(jail), ...ports].join(','), 'own');
  const value = [own.text.value.trimEnd(), ...ports].join(',');
  const changes = [changeOf(own)];
  return { title: `write port = ${value}`, edits: [{ kind: 'value', setting: own, value }], changes };
}
