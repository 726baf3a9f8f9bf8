import type { Facts } from '../../src/host/facts';
import { lookUp } from '../../src/host/look-up';
import { rootFiles } from '../../src/host/root-files';
import { temporaryDirectory } from '../temporary-directory';
import { type Contents, filesOf, makeRoot } from './make-root';

const directory = temporaryDirectory();

async function factOf<Name extends keyof Facts>(name: Name, contents: Contents): Promise<Facts[Name]> {
  const { facts, how } = await lookUp(filesOf(directory, contents), { tree: undefined, logPaths: [] });
  expect(how.get(name)).toMatch(/\w/);
  return facts[name];
}

test('nothing is known of an empty root', async () => {
  const { facts } = await lookUp(filesOf(directory, {}), { tree: '/etc/fail2ban', logPaths: ['/var/log/x'] });
  expect(Object.keys(facts).filter(name => name !== 'modes')).toEqual([]);
});

describe('os', () => {
  test.each([
    ['Debian', 'PRETTY_NAME="Debian GNU/Linux 12"\nVERSION_ID="12"\nID=debian\n', 'debian12'],
    ['Fedora', "ID=fedora\nVERSION_ID=43\nID_LIKE='x'\n", 'fedora43'],
    ['Ubuntu', 'VERSION_ID="24.04"\nID=ubuntu', 'ubuntu24.04'],
    ['without a version', 'ID=arch\n', 'arch'],
    ['without a name', 'VERSION_ID=12\n', undefined],
    ['no text', '\0\xff\x1b]0;ID=x', undefined],
    ['a name that is none', 'ID=$(reboot)\n', undefined],
  ])('%s', async (_, text, expected) => {
    expect(await factOf('os', { '/usr/lib/os-release': text })).toBe(expected);
    const linked = { '/usr/lib/os-release': text, '/etc/os-release': { link: '../usr/lib/os-release' } };
    expect(await factOf('os', linked)).toBe(expected);
  });
});

test('programs: what may be run, links followed, /bin a link or not', async () => {
  const program = { program: '' } as const;
  const contents = {
    '/usr/bin/sh': program,
    '/usr/sbin/nft': program,
    '/usr/local/bin/own': program,
    '/usr/sbin/xtables': program,
    '/usr/sbin/iptables': { link: '/etc/alternatives/iptables' },
    '/etc/alternatives/iptables': { link: '/usr/sbin/xtables' },
    '/usr/bin/gone': { link: '/etc/alternatives/gone' },
    '/usr/bin/out': { link: '../../../../../../bin/sh' },
    '/usr/bin/text': { mode: 0o644, text: '' },
    '/usr/bin/directory': 'directory',
    '/usr/bin/pipe': 'pipe',
    '/bin': { link: 'usr/bin' },
    '/sbin/old': program,
  } as const;
  expect(await factOf('commands', contents)).toEqual([
    'iptables',
    'nft',
    'old',
    'out',
    'own',
    'sh',
    'xtables',
  ]);
});

const unit = (name: string, text = '') => ({ [`/lib/systemd/system/${name}`]: text });
const wants = (name: string, target = 'multi-user') => ({
  [`/etc/systemd/system/${target}.target.wants/${name}`]: { link: `/lib/systemd/system/${name}` },
});

test('units: enabled, there, and not masked', async () => {
  const contents: Contents = {
    ...unit('ssh.service'),
    ...wants('ssh.service'),
    '/etc/systemd/system/sshd.service': { link: '/lib/systemd/system/ssh.service' },
    ...unit('getty@.service'),
    '/etc/systemd/system/getty.target.wants/getty@tty1.service': {
      link: '/lib/systemd/system/getty@.service',
    },
    ...unit('cockpit.socket'),
    '/etc/systemd/system/sockets.target.requires/cockpit.socket': { link: '../nowhere' },
    ...wants('removed.service'),
    ...unit('masked.service'),
    ...wants('masked.service'),
    '/etc/systemd/system/masked.service': { link: '/dev/null' },
    ...unit('idle.service'),
    '/etc/systemd/system/loop.target.wants': { link: 'loop.target.wants' },
    '/etc/systemd/system/file.target.wants': '',
  };
  expect(await factOf('units', contents)).toEqual(['cockpit.socket', 'getty@tty1.service', 'ssh.service']);
});

describe('firewall', () => {
  const program = { program: '' } as const;
  const systemd = { '/etc/systemd/system': 'directory' } as const;
  const firewalld = { ...unit('firewalld.service'), ...wants('firewalld.service') };
  const nftables = { ...unit('nftables.service'), ...wants('nftables.service', 'sysinit') };
  const nft = { '/usr/sbin/nft': program };
  const iptables = { '/usr/sbin/iptables': program };
  const ufw = { '/usr/sbin/ufw': program, ...unit('ufw.service'), ...wants('ufw.service') };
  test.each<[string, Contents, string | undefined]>([
    ['firewalld', { ...firewalld, ...nft, ...nftables }, 'firewalld'],
    ['firewalld installed, another enabled', { ...nftables, '/usr/bin/firewall-cmd': program }, 'nftables'],
    ['ufw on', { ...ufw, ...nft, '/etc/ufw/ufw.conf': '# x\nENABLED=yes\nLOGLEVEL=low\n' }, 'ufw'],
    ['ufw off', { ...ufw, ...nft, '/etc/ufw/ufw.conf': '#ENABLED=yes\nENABLED=no\n' }, 'nftables'],
    [
      'rules of iptables at boot',
      { ...unit('netfilter-persistent.service'), ...wants('netfilter-persistent.service') },
      'iptables',
    ],
    ['nft alone', { ...systemd, ...nft }, 'nftables'],
    ['iptables alone', { ...systemd, ...iptables }, 'iptables'],
    ['both', { ...systemd, ...iptables, ...nft }, undefined],
    ['none', { ...systemd, '/usr/bin/sh': program }, undefined],
    ['another one, and nobody knows whether it runs', { '/usr/bin/ufw': program, ...iptables }, undefined],
    ['blank lines without end', { ...iptables, '/etc/ufw/ufw.conf': '\n'.repeat(1_000_000) }, 'iptables'],
  ])('%s', async (_, contents, expected) => {
    expect(await factOf('firewall', contents)).toBe(expected);
  });
});

describe('docker', () => {
  const container = (config: string, id = 'a1', data = '/var/lib/docker') => ({
    [`${data}/containers/${id}/hostconfig.json`]: config,
  });
  const bound = (address: string) =>
    `{"PortBindings":{"80/tcp":[{"HostIp":"${address}","HostPort":"8080"}]}}`;
  test.each<[string, Contents, boolean | undefined]>([
    ['no docker', {}, undefined],
    ['no container', { '/var/lib/docker/containers': 'directory' }, false],
    ['none that publishes', container('{"PortBindings":{},"PublishAllPorts":false}'), false],
    ['one that does', { ...container('{"PortBindings":null}'), ...container(bound(''), 'b2') }, true],
    ['to the host alone', container(bound('127.0.0.1')), false],
    ['all ports', container('{"PublishAllPorts":true}'), true],
    ['exposed only', container('{"PortBindings":{"80/tcp":null}}'), false],
    ['no JSON', container('{'), undefined],
    ['no JSON, and one that publishes', { ...container('{'), ...container(bound('::'), 'b2') }, true],
    ['odd JSON', container('{"PortBindings":"80","__proto__":{"PublishAllPorts":true}}'), false],
    ['a list', container('[]'), false],
    [
      'elsewhere',
      { '/etc/docker/daemon.json': '{"data-root":"/srv/d"}', ...container(bound('0.0.0.0'), 'a', '/srv/d') },
      true,
    ],
  ])('%s', async (_, contents, expected) => {
    expect(await factOf('docker', contents)).toBe(expected);
  });
});

describe('versions', () => {
  const dpkg = (text: string) => ({ '/var/lib/dpkg/status': text });
  const stanza = (name: string, version: string, status = 'install ok installed') =>
    `Package: ${name}\nStatus: ${status}\nArchitecture: all\nVersion: ${version}\nDescription: x\n Version: 9\n\n`;
  test.each<[string, Contents, string | undefined, string | undefined]>([
    [
      'dpkg',
      dpkg(
        stanza('adduser', '3') +
          stanza('fail2ban', '1.0.2-2') +
          stanza('openssh-server', '1:9.2p1-2+deb12u10'),
      ),
      '1.0.2',
      '9.2p1',
    ],
    [
      'removed',
      dpkg(
        stanza('fail2ban', '1.0.2-2', 'deinstall ok config-files') + stanza('openssh-client', '1:9.2p1-2'),
      ),
      undefined,
      undefined,
    ],
    ['no empty line', dpkg(stanza('fail2ban', '1.1.0-8').trimEnd()), '1.1.0', undefined],
    [
      'files of their own',
      { '/var/lib/dpkg/status.d/openssh-server': 'Package: openssh-server\nVersion: 1:10.0p1-7\n' },
      undefined,
      '10.0p1',
    ],
    [
      'apk',
      {
        '/lib/apk/db/installed':
          'C:Q1\nP:musl\nV:1.2\n\nC:Q2\nP:openssh-server\nV:9.7_p1-r4\n\nP:fail2ban\nV:1.1.0-r0\n',
      },
      '1.1.0',
      '9.7p1',
    ],
    [
      'pacman',
      {
        '/var/lib/pacman/local/openssh-9.8p1-1/desc': '',
        '/var/lib/pacman/local/fail2ban-1.1.0-4/desc': '',
        '/var/lib/pacman/local/fail2ban-extra-3-1/desc': '',
      },
      '1.1.0',
      '9.8p1',
    ],
    [
      'by hand',
      {
        ...dpkg(stanza('fail2ban', '1.0.2-2')),
        '/usr/local/lib/python3.11/dist-packages/fail2ban/version.py': '# x\nversion = "1.1.1.dev1"\n',
      },
      '1.1.1.dev1',
      undefined,
    ],
    [
      'no database',
      { '/usr/lib/python3/dist-packages/fail2ban/version.py': 'version = "1.0.2"\n' },
      '1.0.2',
      undefined,
    ],
    [
      'a binary database',
      {
        '/var/lib/dpkg/status': Buffer.from(
          Array.from({ length: 100_000 }, (_, index) => (index * 7919) % 256),
        ),
      },
      undefined,
      undefined,
    ],
    ['a pipe', { '/var/lib/dpkg/status': 'pipe' }, undefined, undefined],
    [
      'no version',
      dpkg('Package: fail2ban\nStatus: install ok installed\nVersion: \x1b[2J\n\n'),
      undefined,
      undefined,
    ],
  ])('%s', async (_, contents, fail2ban, openssh) => {
    expect(await factOf('fail2ban-version', contents)).toBe(fail2ban);
    expect(await factOf('openssh-version', contents)).toBe(openssh);
  });
});

describe('journal', () => {
  const journald = { '/usr/bin/sh': { program: '' }, ...unit('systemd-journald.service') } as const;
  test.each<[string, Contents, boolean | undefined]>([
    ['journald', journald, true],
    ['beside rsyslog', { ...journald, ...unit('rsyslog.service'), ...wants('rsyslog.service') }, true],
    ['no systemd', { '/usr/bin/sh': { program: '' } }, false],
    ['a journal on a disk of logs', { '/var/log/journal/0123/system.journal': '' }, true],
    [
      'kept nowhere',
      { ...journald, '/etc/systemd/journald.conf': '[Journal]\n#Storage=auto\nStorage = none\n' },
      false,
    ],
    [
      'a drop-in beats that',
      {
        ...journald,
        '/etc/systemd/journald.conf': 'Storage=none\n',
        '/usr/lib/systemd/journald.conf.d/x.conf': 'Storage=volatile\n',
      },
      true,
    ],
    [
      'and one of /etc that of the package',
      {
        ...journald,
        '/etc/systemd/journald.conf.d/x.conf': 'Storage=none\n',
        '/usr/lib/systemd/journald.conf.d/x.conf': 'Storage=volatile\n',
      },
      false,
    ],
    ['masked', { ...journald, '/etc/systemd/system/systemd-journald.service': { link: '/dev/null' } }, false],
  ])('%s', async (_, contents, expected) => {
    expect(await factOf('journal', contents)).toBe(expected);
  });
});

const asRoot = process.getuid?.() === 0;

test('modes and owners, by the names of the root', async () => {
  const root = makeRoot(directory, {
    '/etc/passwd': 'admin:x:0:0::/:/bin/sh\nother:x:0:0::/:/bin/sh\nbad line\n',
    '/etc/fail2ban/jail.local': { mode: 0o600, text: '' },
    '/etc/fail2ban/jail.d/a.conf': { mode: 0o666, text: '' },
    '/etc/fail2ban/filter.d': { link: '/usr/share/filters' },
    '/usr/share/filters/x.conf': { mode: 0o4755, text: '' },
    '/etc/fail2ban/self': { link: '.' },
    '/etc/fail2ban/out': { link: directory },
    '/etc/ssh/sshd_config': { mode: 0o644, text: '' },
  });
  const { facts } = await lookUp(rootFiles(root), { tree: '/etc/fail2ban', logPaths: [] });
  // what a user has unpacked belongs to that user
  if (!asRoot) return expect(facts.modes).toBeUndefined();
  expect(facts.modes).toMatchObject({
    '.': { mode: '0755', owner: 'admin' },
    'jail.d': { mode: '0755', owner: 'admin' },
    'jail.local': { mode: '0600', owner: 'admin' },
    'jail.d/a.conf': { mode: '0666', owner: 'admin' },
    'filter.d/x.conf': { mode: '4755', owner: 'admin' },
    '/etc/ssh/sshd_config': { mode: '0644', owner: 'admin' },
  });
  expect(Object.keys(facts.modes ?? {}).filter(name => /^out|^self\//.test(name))).toEqual([]);
});
