import dockerChain from '../../rules/coverage/docker-chain';
import dockerUserOnHostService from '../../rules/coverage/docker-user-on-host-service';
import firewallMismatch from '../../rules/coverage/firewall-mismatch';
import ipv4Only from '../../rules/coverage/ipv4-only';
import reverseProxy from '../../rules/coverage/reverse-proxy';
import sshPort from '../../rules/coverage/ssh-port';
import tcpOnly from '../../rules/coverage/tcp-only';
import unguardedLogin from '../../rules/coverage/unguarded-login';
import wrongServicePort from '../../rules/coverage/wrong-service-port';
import { testRule } from './test-rule';

/** An action for the packet filter that takes what the jail says. */
const ipt = {
  'action.d/ipt.conf':
    '[Definition]\nactionban = <cmd> -I <chain> -p <protocol> -m multiport --dports <port> -s <ip> -j DROP\nactionunban = <cmd> -D <chain> -s <ip> -j DROP\n[Init]\ncmd = iptables\nport = ssh\nprotocol = tcp\nchain = INPUT\n[Init?family=inet6]\ncmd = ip6tables\n',
};
const allPorts = {
  'action.d/allports.conf':
    '[Definition]\nactionban = nft add element inet f2b all { <ip> }\nactionunban = nft delete element inet f2b all { <ip> }\n',
};
const filter = (name: string) => ({ [`filter.d/${name}.conf`]: '[Definition]\nfailregex = ^<HOST>$\n' });
/** An enabled jail with the filter of its name and further options. */
const jail = (name: string, options = '') =>
  `[${name}]\nenabled = true\nfilter = ${name}\nlogpath = /var/log/x.log\n${options}`;
const full = 'action = ipt[port="%(port)s", protocol="%(protocol)s", chain="%(chain)s"]\n';
const defaults = '[DEFAULT]\nprotocol = tcp\nchain = INPUT\n';
/** Jails of the package, which `[DEFAULT]` of the admin switches on and changes. */
const packaged = (sections: string, changed: string) => ({
  'jail.conf': `${defaults}${full}${sections}`,
  'jail.local': `[DEFAULT]\n⟦enabled = true⟧\n${changed}`,
});
const udp = 'blocks TCP only, but the service answers over UDP: a banned address goes on there';

testRule(tcpOnly, {
  valid: {
    'protocol = udp': {
      ...ipt,
      ...filter('openvpn'),
      'jail.local': `${defaults}${jail('openvpn', `port = 1194\nprotocol = udp\n${full}`)}`,
    },
    'one action for each protocol': {
      ...ipt,
      ...filter('asterisk'),
      'jail.local': `${defaults}${jail('asterisk', 'port = 5060\naction = ipt[port=5060, protocol=tcp, actname=a]\n  ipt[port=5060, protocol=udp, actname=b]\n')}`,
    },
    'an action that asks for no protocol': {
      ...allPorts,
      ...filter('murmur'),
      'jail.local': jail('murmur', 'action = allports\n'),
    },
    'the console of a telephone exchange': {
      ...ipt,
      ...filter('asterisk-ami'),
      'jail.local': `${defaults}${jail('asterisk-ami', `port = 5038\n${full}`)}`,
    },
    'refused queries, whose sender is easily forged': {
      ...ipt,
      ...filter('named-refused'),
      'jail.local': `${defaults}${jail('named-refused', `port = domain\n${full}`)}`,
    },
    'a packaged jail as it is': {
      ...ipt,
      ...filter('asterisk'),
      'jail.conf': `${defaults}[asterisk]\nfilter = asterisk\nport = 5060\nlogpath = /var/log/x.log\n${full}`,
      'jail.local': '[asterisk]\nenabled = true\n',
    },
  },
  invalid: {
    'jails of the package that one line switches on': {
      tree: {
        ...ipt,
        ...filter('asterisk'),
        ...filter('openvpn'),
        ...packaged(
          '[asterisk]\nfilter = asterisk\nport = 5060\n[openvpn]\nfilter = openvpn\nport = 1194\n',
          'protocol = tcp\n',
        ),
      },
      messages: [
        '2 jails (asterisk, openvpn) block TCP only, but the service answers over UDP: a banned address goes on there',
      ],
    },
    'a port of UDP, in a jail of another name': {
      tree: {
        ...ipt,
        ...filter('tunnel'),
        'jail.local': `${defaults}⟦[tunnel]⟧\nenabled = true\nfilter = tunnel\nlogpath = /var/log/x.log\nport = 51820\n`,
        'jail.d/a.conf': `[tunnel]\n`,
        'jail.conf': `[DEFAULT]\n${full}`,
      },
      messages: [`[tunnel] ${udp}`],
      severity: 'warning',
    },
    'an action that is called with tcp': {
      tree: {
        ...ipt,
        ...filter('freeswitch'),
        'jail.local': `${defaults}[freeswitch]\nenabled = true\nfilter = freeswitch\nlogpath = /var/log/x.log\n⟦action = ipt[port=5060, protocol=tcp]⟧\n`,
      },
      messages: [`[freeswitch] ${udp}`],
    },
    'protocol = tcp in the jail': {
      tree: {
        ...ipt,
        ...filter('openvpn'),
        'jail.local': `[DEFAULT]\nchain = INPUT\n${jail('openvpn', `port = 1194\n⟦protocol = tcp⟧\n${full}`)}`,
      },
      messages: [`[openvpn] ${udp}`],
    },
  },
});

const past =
  'guards a container, but its bans go to chain INPUT, past which docker forwards published ports: a banned address gets on, unless the container has the network of the host';
const contained = 'logpath = /var/lib/docker/volumes/x/_data/x.log\n';

testRule(dockerChain, {
  valid: {
    'chain = DOCKER-USER': {
      ...ipt,
      ...filter('web'),
      'jail.local': `${defaults}[web]\nenabled = true\nfilter = web\n${contained}port = 80\nchain = DOCKER-USER\n${full}`,
    },
    'the log of a host service, with docker on the host': {
      ...ipt,
      ...filter('sshd'),
      'facts.json': '{"docker": true}',
      'jail.local': `${defaults}${jail('sshd', `port = ssh\n${full}`)}`,
    },
    'a hook that forwarded packets pass': {
      ...filter('web'),
      'action.d/fwd.conf':
        '[Definition]\nactionstart = nft add chain inet f2b x { type filter hook forward priority -1 \\; }\nactionban = nft add element inet f2b bad { <ip> }\n',
      'jail.local': `[web]\nenabled = true\nfilter = web\n${contained}action = fwd\n`,
    },
    'a web server on the host, with docker on the host': {
      ...ipt,
      ...filter('nginx-http-auth'),
      'facts.json': '{"docker": true}',
      'jail.local': `${defaults}${jail('nginx-http-auth', `port = 80\n${full}`)}`,
    },
    'a host that is known to have no docker': {
      ...ipt,
      ...filter('web'),
      'facts.json': '{"docker": false}',
      'jail.local': `${defaults}[web]\nenabled = true\nfilter = web\n${contained}port = 80\n${full}`,
    },
  },
  invalid: {
    'jails of the package that one line switches on': {
      tree: {
        ...ipt,
        ...filter('web'),
        ...packaged(
          `[a]\nfilter = web\nport = 80\n${contained}[b]\nfilter = web\nport = 81\n${contained}`,
          '',
        ),
      },
      messages: [
        '2 jails (a, b) guard containers, but their bans go to chain INPUT, past which docker forwards published ports: a banned address gets on, unless the container has the network of the host',
      ],
    },
    'a log below /var/lib/docker': {
      tree: {
        ...ipt,
        ...filter('web'),
        'jail.local': `${defaults}[web]\nenabled = true\nfilter = web\n${contained}port = 80\n⟦${full.trim()}⟧\n`,
      },
      messages: [`[web] ${past}`],
      severity: 'warning',
    },
    'an application that is run in a container, with docker on the host': {
      tree: {
        ...ipt,
        ...filter('vaultwarden'),
        'facts.json': '{"docker": true}',
        'jail.conf': `[DEFAULT]\nprotocol = tcp\nchain = INPUT\n${full}`,
        'jail.local': `⟦[vaultwarden]⟧\nenabled = true\nfilter = vaultwarden\nlogpath = /srv/vw.log\nport = 80\n`,
      },
      messages: [`[vaultwarden] ${past}`],
    },
    'chain = INPUT in the jail': {
      tree: {
        ...ipt,
        ...filter('web'),
        'jail.local': `[DEFAULT]\nprotocol = tcp\n[web]\nenabled = true\nfilter = web\n${contained}port = 80\n⟦chain = INPUT⟧\n${full}`,
      },
      messages: [`[web] ${past}`],
    },
  },
});

const onHost = 'which only containers are reached through: on the host itself nobody is blocked';

testRule(dockerUserOnHostService, {
  valid: {
    'chain = INPUT for the jail': {
      ...ipt,
      ...filter('sshd'),
      'jail.local': `[DEFAULT]\nprotocol = tcp\nchain = DOCKER-USER\n${jail('sshd', `port = ssh\nchain = INPUT\n${full}`)}`,
    },
    'ssh of a container with a filter of its own': {
      ...ipt,
      ...filter('gitea'),
      'jail.local': `[DEFAULT]\nprotocol = tcp\nchain = DOCKER-USER\n${jail('gitea', `port = 222\n${full}`)}`,
    },
    'an action whose own default the chain does not reach': {
      ...ipt,
      ...filter('sshd'),
      'jail.local': `[DEFAULT]\nchain = DOCKER-USER\n${jail('sshd', 'action = ipt[port=ssh]\n')}`,
    },
    'both chains, which 1.1.1 takes': {
      ...ipt,
      ...filter('recidive'),
      'jail.local': `[DEFAULT]\nprotocol = tcp\nchain = INPUT,FORWARD\n${jail('recidive', `port = 22\n${full}`)}`,
    },
  },
  invalid: {
    'in [DEFAULT], for two jails with sections': {
      tree: {
        ...ipt,
        ...filter('sshd'),
        ...filter('dropbear'),
        'jail.local': `[DEFAULT]\nprotocol = tcp\nchain = DOCKER-USER\n${jail('sshd', `port = 22\n${full}`).replace('[sshd]', '⟦[sshd]⟧')}${jail('dropbear', `port = 22\n${full}`).replace('[dropbear]', '⟦[dropbear]⟧')}`,
      },
      messages: [
        `[sshd] bans in chain DOCKER-USER, ${onHost}`,
        `[dropbear] bans in chain DOCKER-USER, ${onHost}`,
      ],
      severity: 'error',
    },
    'in the jail': {
      tree: {
        ...ipt,
        ...filter('sshd'),
        'jail.local': `[DEFAULT]\nprotocol = tcp\n${jail('sshd', `port = 22\n⟦chain = FORWARD⟧\n${full}`)}`,
      },
      messages: [`[sshd] bans in chain FORWARD, ${onHost}`],
      fixed: {
        'jail.local':
          '[DEFAULT]\nprotocol = tcp\n[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/x.log\nport = 22\nchain = INPUT\naction = ipt[port="%(port)s", protocol="%(protocol)s", chain="%(chain)s"]\n',
      },
    },
    'in [DEFAULT], for packaged jails': {
      tree: {
        ...ipt,
        ...filter('sshd'),
        'jail.conf': `[DEFAULT]\nprotocol = tcp\n${jail('sshd', `port = 22\n${full}`)}`,
        'jail.local': '[DEFAULT]\n⟦chain = DOCKER-USER⟧\n',
      },
      messages: [`[sshd] bans in chain DOCKER-USER, ${onHost}`],
      fixed: { 'jail.local': '[DEFAULT]\nchain = DOCKER-USER\n\n[sshd]\nchain = INPUT\n' },
    },
  },
});

const unseen = 'the packet filter of this host never sees the addresses it bans';

testRule(reverseProxy, {
  valid: {
    'an action at the proxy': {
      ...filter('nginx-http-auth'),
      'facts.json': '{"proxy": "cloudflare"}',
      'action.d/cloudflare-token.conf': '[Definition]\nactionban = curl -s -X POST https://api/<ip>\n',
      'jail.local': jail('nginx-http-auth', 'action = cloudflare-token\n'),
    },
    'a jail for something else': {
      ...allPorts,
      ...filter('sshd'),
      'facts.json': '{"proxy": "cloudflare"}',
      'jail.local': jail('sshd', 'port = ssh\naction = allports\n'),
    },
    'one exempt network, which may be anybody': {
      ...allPorts,
      ...filter('apache-auth'),
      'jail.local': jail('apache-auth', 'action = allports\nignoreip = 104.16.0.0/13\n'),
    },
  },
  invalid: {
    'jails of the package that one line switches on': {
      tree: {
        ...ipt,
        ...filter('nginx-http-auth'),
        'facts.json': '{"proxy": "cloudflare"}',
        ...packaged(
          '[a]\nfilter = nginx-http-auth\nport = http\n[b]\nfilter = nginx-http-auth\nport = https\n',
          '',
        ),
      },
      messages: [
        'visitors of 2 jails (a, b) arrive through cloudflare: the packet filter of this host never sees the addresses they ban',
      ],
    },
    'a packet filter behind Cloudflare': {
      tree: {
        ...allPorts,
        ...filter('nginx-http-auth'),
        'facts.json': '{"proxy": "cloudflare"}',
        'jail.conf': '[DEFAULT]\naction = allports\n',
        'jail.local':
          '⟦[nginx-http-auth]⟧\nenabled = true\nfilter = nginx-http-auth\nlogpath = /var/log/x.log\n',
      },
      messages: [`visitors of [nginx-http-auth] arrive through cloudflare: ${unseen}`],
      severity: 'warning',
    },
    'by its ports': {
      tree: {
        ...allPorts,
        ...filter('shop'),
        'facts.json': '{"proxy": "haproxy"}',
        'jail.local': jail('shop', 'port = http,443\n⟦action = allports⟧\n'),
      },
      messages: [`visitors of [shop] arrive through haproxy: ${unseen}`],
    },
    'the networks of Cloudflare are exempt': {
      tree: {
        ...allPorts,
        ...filter('apache-auth'),
        'jail.local': jail('apache-auth', '⟦action = allports⟧\nignoreip = 104.16.0.0/13 172.64.0.0/13\n'),
      },
      messages: [`visitors of [apache-auth] arrive through Cloudflare, whose networks are exempt: ${unseen}`],
    },
  },
});

const fwd = {
  'action.d/fwd.conf':
    '[Definition]\nactionban = firewall-cmd --add-rich-rule="rule source address=<ip> drop"\n',
};
const lets = 'firewalld does not know of these bans, and its own rules can let through what they block';

testRule(firewallMismatch, {
  valid: {
    'the action of the firewall': {
      ...fwd,
      ...filter('web'),
      'facts.json': '{"firewall": "firewalld"}',
      'jail.local': jail('web', 'action = fwd\n'),
    },
    'nftables, which has a table of its own': {
      ...allPorts,
      ...filter('web'),
      'facts.json': '{"firewall": "firewalld"}',
      'jail.local': jail('web', 'action = allports\n'),
    },
    'a second action that does reach it': {
      ...ipt,
      ...fwd,
      ...filter('web'),
      'facts.json': '{"firewall": "firewalld"}',
      'jail.local': jail('web', 'action = ipt\n  fwd\n'),
    },
    'iptables on a host with nftables, which are the same': {
      ...ipt,
      ...filter('web'),
      'facts.json': '{"firewall": "nftables"}',
      'jail.local': jail('web', 'action = ipt\n'),
    },
    'nothing known of the host': { ...ipt, ...filter('web'), 'jail.local': jail('web', 'action = ipt\n') },
  },
  invalid: {
    'iptables beside firewalld, in [DEFAULT], for two jails': {
      tree: {
        ...ipt,
        ...filter('a'),
        ...filter('b'),
        'facts.json': '{"firewall": "firewalld"}',
        'jail.conf': '[DEFAULT]\naction = %(banaction)s[name=x]\n',
        'jail.local': `[DEFAULT]\nbanaction = ⟦ipt⟧\n${jail('a')}${jail('b')}`,
      },
      messages: [`2 jails (a, b) ban with ipt, but firewalld manages this host: ${lets}`],
      severity: 'warning',
    },
    'firewalld on a host without it': {
      tree: {
        ...fwd,
        ...filter('web'),
        'facts.json': '{"firewall": "nftables"}',
        'jail.local': jail('web', 'action = ⟦fwd⟧\n'),
      },
      messages: [
        '[web] bans with fwd, but nftables manages this host: firewalld does not run there, so every ban fails or blocks nothing',
      ],
    },
    'a drop-in that is undone': {
      tree: {
        ...ipt,
        ...fwd,
        'jail.d/00-firewalld.conf': '[DEFAULT]\nbanaction = fwd\n',
        'jail.local': '[DEFAULT]\n⟦banaction = ipt⟧\n',
      },
      messages: [`banaction = ipt undoes the drop-in for firewalld, which manages such hosts: ${lets}`],
      related: ['jail.d/00-firewalld.conf:2:1'],
      fixed: { 'jail.local': '[DEFAULT]\n' },
    },
  },
});

testRule(ipv4Only, {
  valid: {
    'a program for each family': { ...ipt, ...filter('web'), 'jail.local': jail('web', 'action = ipt\n') },
    'a shell that decides': {
      ...filter('web'),
      'action.d/own.conf':
        '[Definition]\nactionban = case <ip> in *:*) ip6tables -I INPUT -s <ip> -j DROP;; *) iptables -I INPUT -s <ip> -j DROP;; esac\n',
      'jail.local': jail('web', 'action = own\n'),
    },
    'an action that no jail uses': {
      'action.d/own.conf': '[Definition]\nactionban = iptables -I INPUT -s <ip> -j DROP\n',
    },
    'a set of both kinds': {
      ...allPorts,
      ...filter('web'),
      'jail.local': jail('web', 'action = allports\n'),
    },
  },
  invalid: {
    'a set of iptables': {
      tree: {
        ...filter('web'),
        'action.d/own.conf':
          '[Definition]\nactionstart = ipset create f2b hash:ip\n⟦actionban = ipset add f2b <ip>⟧\nactionunban = ipset del f2b <ip>\n',
        'jail.local': jail('web', 'action = own\n'),
      },
      messages: ['own bans IPv4 addresses only, for [web]: whoever comes over IPv6 is not blocked'],
      severity: 'warning',
    },
    'the stock action for IPv4': {
      tree: {
        ...filter('web'),
        'action.d/iptables-ipset-proto4.conf': '[Definition]\nactionban = ipset add x <ip>\n',
        'jail.conf': '[DEFAULT]\naction = %(banaction)s[name=x]\n',
        'jail.local': `[DEFAULT]\nbanaction = ⟦iptables-ipset-proto4⟧\n${jail('web')}`,
      },
      messages: [
        '[web] bans with iptables-ipset-proto4, which knows IPv4 only: whoever comes over IPv6 is not blocked',
      ],
    },
    'allowipv6 = no': {
      tree: { 'fail2ban.local': '[Definition]\n⟦allowipv6 = no⟧\n' },
      messages: [
        'allowipv6 = no: nobody who comes over IPv6 is banned, which is right only on a host without IPv6',
      ],
      severity: 'info',
      fixed: { 'fail2ban.local': '[Definition]\nallowipv6 = auto\n' },
    },
  },
});

const finds = (ports: string) =>
  `[vsftpd] finds failures of vsftpd, but blocks ${ports}: a banned address goes on with ftp, ftp-data, ftps, ftps-data`;

testRule(wrongServicePort, {
  valid: {
    'ports of the service': {
      ...ipt,
      ...filter('vsftpd'),
      'jail.local': `${defaults}${jail('vsftpd', `port = ftp,ftps\n${full}`)}`,
    },
    'a port by number': {
      ...ipt,
      ...filter('vsftpd'),
      'jail.local': `${defaults}${jail('vsftpd', `port = 2121\n${full}`)}`,
    },
    'an action that blocks all ports': {
      ...allPorts,
      ...filter('vsftpd'),
      'jail.local': jail('vsftpd', 'port = ssh\naction = allports\n'),
    },
    'other ports of mail': {
      ...ipt,
      ...filter('dovecot'),
      'jail.local': `${defaults}${jail('dovecot', `port = smtp\n${full}`)}`,
    },
    'a filter of the admin': {
      ...ipt,
      ...filter('shop'),
      'jail.local': `${defaults}${jail('shop', `port = ssh\n${full}`)}`,
    },
  },
  invalid: {
    'jails of the package that get their filter from one line': {
      tree: {
        ...ipt,
        ...filter('vsftpd'),
        ...packaged('[web]\nport = http\n[sshd]\nport = ssh\n', 'filter = vsftpd\n'),
      },
      messages: [
        '2 jails (web, sshd) find failures of vsftpd, but block the ports of other services: a banned address goes on with ftp, ftp-data, ftps, ftps-data',
      ],
    },
    'jails of the package for the same ports': {
      tree: {
        ...ipt,
        ...filter('vsftpd'),
        ...packaged('[web]\nport = http\n[shop]\nport = http\n', 'filter = vsftpd\n'),
      },
      messages: [
        '2 jails (web, shop) find failures of vsftpd, but block http: a banned address goes on with ftp, ftp-data, ftps, ftps-data',
      ],
    },
    'port = ssh': {
      tree: {
        ...ipt,
        ...filter('vsftpd'),
        'jail.local': `${defaults}${jail('vsftpd', `⟦port = ssh⟧\n${full}`)}`,
      },
      messages: [finds('ssh')],
      severity: 'warning',
      fixed: {
        'jail.local':
          '[DEFAULT]\nprotocol = tcp\nchain = INPUT\n[vsftpd]\nenabled = true\nfilter = vsftpd\nlogpath = /var/log/x.log\nport = ftp,ftp-data,ftps,ftps-data\naction = ipt[port="%(port)s", protocol="%(protocol)s", chain="%(chain)s"]\n',
      },
    },
    'ports of the web': {
      tree: {
        ...ipt,
        ...filter('vsftpd'),
        'jail.local': `${defaults}${jail('vsftpd', `⟦port = http,https⟧\n${full}`)}`,
      },
      messages: [finds('http, https')],
    },
    'a port of [DEFAULT]': {
      tree: {
        ...ipt,
        ...filter('vsftpd'),
        'jail.local': `${defaults}port = ssh\n${jail('vsftpd', `⟦${full.trim()}⟧\n`)}`,
      },
      messages: [finds('ssh')],
    },
  },
});

const opened = 'and no enabled jail watches it: passwords can be tried there without end';

testRule(unguardedLogin, {
  valid: {
    'nothing known of the host': { ...filter('sshd'), 'jail.local': jail('sshd') },
    'a jail for it': {
      ...filter('postgres-auth'),
      'facts.json': '{"listen": [{"port": 5432, "protocol": "tcp", "service": "postgres"}]}',
      'jail.local': jail('postgres-auth'),
    },
    'a database that starts with the host': {
      'facts.json': '{"units": ["mysqld.service"]}',
      'jail.local': '',
    },
    'a port nobody logs in to': {
      'facts.json': '{"listen": [{"port": 123, "protocol": "udp", "service": "chronyd"}]}',
      'jail.local': '',
    },
  },
  invalid: {
    'cockpit, by its unit': {
      tree: { 'facts.json': '{"units": ["cockpit.socket"]}', 'jail.local': '# mine\n' },
      places: ['jail.local:1:1-1:1'],
      messages: [`cockpit takes logins (cockpit.socket is enabled), ${opened}`],
      severity: 'warning',
    },
    'a database that is open': {
      tree: {
        'facts.json': '{"listen": [{"port": 3306, "protocol": "tcp", "service": "mariadbd"}]}',
        'jail.local': '',
      },
      places: ['jail.local:1:1-1:1'],
      messages: [`MySQL takes logins (it listens on port 3306), ${opened}`],
    },
    'ftp and imap': {
      tree: {
        'facts.json':
          '{"listen": [{"port": 21, "protocol": "tcp", "service": "vsftpd"}, {"port": 993, "protocol": "tcp", "service": "imap-login"}]}',
        'jail.local': '',
      },
      places: ['jail.local:1:1-1:1', 'jail.local:1:1-1:1'],
      messages: [
        `ftp takes logins (it listens on port 21), ${opened}`,
        `imap takes logins (it listens on port 993), ${opened}`,
      ],
    },
  },
});

const sshJail = (port: string) => `${defaults}${jail('sshd', `${port}\n${full}`)}`;
const goesOn = 'a banned address goes on there';

testRule(sshPort, {
  valid: {
    'both sides agree': {
      ...ipt,
      ...filter('sshd'),
      'ssh/sshd_config': 'Port 2222\n',
      'jail.local': sshJail('port = 2222'),
    },
    'all ports are closed': {
      ...allPorts,
      ...filter('sshd'),
      'ssh/sshd_config': 'Port 2222\n',
      'jail.local': jail('sshd', 'port = ssh\naction = allports\n'),
    },
    'a range': {
      ...ipt,
      ...filter('sshd'),
      'ssh/sshd_config': 'Port 2205\n',
      'jail.local': sshJail('port = 2200:2210'),
    },
    'two jails between them': {
      ...ipt,
      ...filter('sshd'),
      'ssh/sshd_config': 'Port 22\nPort 2222\n',
      'jail.local': `${sshJail('port = ssh')}${jail('second', `port = 2222\n${full}`).replace('filter = second', 'filter = sshd')}`,
    },
    'a second port for the host itself': {
      ...ipt,
      ...filter('sshd'),
      'ssh/sshd_config': 'ListenAddress 0.0.0.0:22\nListenAddress 127.0.0.1:2222\n',
      'jail.local': sshJail('port = 22'),
    },
    'a socket that listens in its place': {
      ...ipt,
      ...filter('sshd'),
      'facts.json': '{"units": ["ssh.socket"]}',
      'ssh/sshd_config': 'Port 2222\n',
      'jail.local': sshJail('port = ssh'),
    },
    'a name of the host': {
      ...ipt,
      ...filter('sshd'),
      'ssh/sshd_config': 'Port 2222\n',
      'jail.local': sshJail('port = my-ssh'),
    },
  },
  invalid: {
    'port = ssh, and another port': {
      tree: {
        ...ipt,
        ...filter('sshd'),
        'ssh/sshd_config': 'Port 2222\n',
        'jail.local': sshJail('⟦port = ssh⟧'),
      },
      messages: [`sshd listens on port 2222, and [sshd] blocks ssh only: ${goesOn}`],
      severity: 'error',
      related: ['/etc/ssh/sshd_config:1:1'],
      fixed: {
        'jail.local':
          '[DEFAULT]\nprotocol = tcp\nchain = INPUT\n[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/x.log\nport = ssh,2222\naction = ipt[port="%(port)s", protocol="%(protocol)s", chain="%(chain)s"]\n',
      },
    },
    'one of two': {
      tree: {
        ...ipt,
        ...filter('sshd'),
        'ssh/sshd_config': 'Port 22\nPort 11022\n',
        'jail.local': sshJail('⟦port = 22⟧'),
      },
      messages: [`sshd listens on port 11022, and [sshd] blocks 22 only: ${goesOn}`],
    },
    'a port of ListenAddress, and ports of the package': {
      tree: {
        ...ipt,
        ...filter('sshd'),
        'ssh/sshd_config': 'ListenAddress 0.0.0.0:2206\nListenAddress [::]:2206\n',
        'jail.conf': `${defaults}${jail('sshd', `port = ssh\n${full}`)}`,
        'jail.local': '⟦[sshd]⟧\n',
      },
      messages: [`sshd listens on port 2206, and [sshd] blocks ssh only: ${goesOn}`],
      fixed: { 'jail.local': '[sshd]\nport = ssh,2206\n' },
    },
  },
});
