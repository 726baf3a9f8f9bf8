import directory from '../../rules/log/directory';
import fileMissing from '../../rules/log/file-missing';
import pathsOnOneLine from '../../rules/log/paths-on-one-line';
import sshdSession from '../../rules/log/sshd-session';
import { run, testRule } from './test-rule';

const facts = (known: object) => ({ 'facts.json': JSON.stringify(known) });
const logs = (...paths: readonly string[]) => facts({ 'log-files': paths });
const jail = (name: string, options: string) => `[${name}]\nenabled = true\nfilter = x\n${options}\n`;
const filter = { 'filter.d/x.conf': '[Definition]\nfailregex = ^<HOST>$\n' };
const withMatch = { 'filter.d/x.conf': '[Definition]\nfailregex = ^<HOST>$\njournalmatch = _COMM=x\n' };

const stops = 'fail2ban will not start';
const nameAnother = 'name the log the service writes on this host, or disable the jail';
const journal = 'backend = systemd reads the journal in its place';

testRule(fileMissing, {
  valid: {
    'no facts': { ...filter, 'jail.local': jail('a', 'logpath = /var/log/a.log') },
    'one of several, by a pattern': {
      ...filter,
      ...logs('/var/log/web/b.log'),
      'jail.local': jail('a', 'logpath = /var/log/a.log\n  /var/log/w*/?.log tail'),
    },
    'the journal': {
      ...filter,
      ...logs(),
      'jail.local': jail('a', 'backend = systemd\nlogpath = /var/log/a.log'),
    },
    'a disabled jail': { ...filter, ...logs(), 'jail.local': '[a]\nlogpath = /var/log/a.log\n' },
    'a list of bans kept by hand': { ...filter, ...logs(), 'jail.local': jail('a', 'logpath = /dev/null') },
    'a directory nobody could look into': {
      ...filter,
      ...facts({ 'log-files': [], unreadable: ['/srv/private'] }),
      'jail.local': jail('a', 'logpath = /srv/private/*/access.log'),
    },
    'a syslog daemon beside the journal': {
      ...filter,
      ...facts({ 'log-files': ['/var/log/auth.log'], os: 'debian12', units: ['rsyslog.service'] }),
      'jail.local': jail('a', 'logpath = /var/log/auth.log'),
    },
    'a journal, and a service that writes its own log': {
      ...filter,
      ...facts({ 'log-files': ['/var/log/auth.log', '/var/log/a.log'], journal: true, units: [] }),
      'jail.local': jail('a', 'logpath = /var/log/auth.log\n  /var/log/a.log'),
    },
    'nothing known of what runs': {
      ...filter,
      ...facts({ 'log-files': ['/var/log/auth.log'], os: 'debian12' }),
      'jail.local': jail('a', 'logpath = /var/log/auth.log'),
    },
  },
  invalid: {
    'a path of its own, and a close one': {
      tree: {
        ...filter,
        ...logs('/var/log/web/access.log', '/var/log/web/access.log.1', '/var/log/a.log'),
        'jail.local': jail('a', 'logpath = ⟦/var/log/web/acess.log⟧ tail'),
      },
      messages: [
        `no file matches logpath /var/log/web/acess.log of [a]; ${stops} - did you mean /var/log/web/access.log?`,
      ],
      severity: 'error',
    },
    'several, by a variable': {
      tree: {
        ...filter,
        ...logs('/var/log/auth.log', '/var/log/.a.log'),
        'jail.local': `[DEFAULT]\nmine = ⟦/var/log/*a.log⟧\n  /var/log/b.log\n  /var/log/c.log\n${jail('a', 'logpath = %(mine)s')}${jail('b', 'logpath = %(mine)s')}`,
      },
      messages: [
        `no file matches logpath /var/log/*a.log of [a], nor any of the 2 other paths (2 jails: a, b); ${stops} - ${nameAnother}`,
      ],
    },
    'a packaged path, in a section of its own': {
      tree: {
        ...withMatch,
        ...logs('/var/log/fail2ban.log'),
        'jail.conf': '[a]\nfilter = x\nlogpath = /var/log/auth.log\n',
        'jail.local': '⟦[a]⟧\nenabled = true\n',
      },
      messages: [`no file matches logpath /var/log/auth.log of [a]; ${stops} - ${journal}`],
    },
    'a packaged variable': {
      tree: {
        ...withMatch,
        ...facts({ 'log-files': [], journal: false }),
        'jail.conf': '[DEFAULT]\nauth_log = /var/log/auth.log\n',
        'jail.local': jail('a', 'logpath = ⟦%(auth_log)s⟧'),
      },
      messages: [`no file matches logpath /var/log/auth.log of [a]; ${stops} - ${nameAnother}`],
    },
    'packaged jails that are enabled in one place': {
      tree: {
        ...filter,
        ...logs(),
        'jail.conf': '[a]\nfilter = x\nlogpath = /var/log/a.log\n[b]\nfilter = x\nlogpath = /var/log/b.log\n',
        'jail.local': '[DEFAULT]\nenabled = ⟦true⟧\n',
      },
      messages: [`no file matches logpath /var/log/a.log of [a] (2 jails: a, b); ${stops} - ${nameAnother}`],
    },
    'what the package of the distribution enables': {
      tree: {
        ...withMatch,
        ...logs(),
        'jail.conf': '[sshd]\nfilter = x\nlogpath = /var/log/auth.log\n',
        'jail.d/defaults-debian.conf': '⟦[sshd]⟧\nenabled = true\n',
      },
      messages: [`no file matches logpath /var/log/auth.log of [sshd]; ${stops} - ${journal}`],
    },
    'on a host with a journal': {
      tree: {
        ...withMatch,
        ...facts({ 'log-files': [], journal: true }),
        'jail.conf': '[a]\nfilter = x\nlogpath = /var/log/auth.log\n',
        'jail.local': '⟦[a]⟧\nenabled = true\n',
      },
      messages: [`no file matches logpath /var/log/auth.log of [a]; ${stops} - ${journal}`],
      fixed: { 'jail.local': '[a]\nenabled = true\nbackend = systemd\n' },
    },
    'a file that a syslog daemon left behind': {
      tree: {
        ...withMatch,
        ...facts({ 'log-files': ['/var/log/auth.log'], os: 'debian12', units: ['ssh.service'] }),
        'jail.local': jail('a', 'logpath = ⟦/var/log/auth.log⟧'),
      },
      messages: [
        `nothing writes to /var/log/auth.log any more, as this host keeps a journal and runs no syslog daemon: [a] finds no failure - ${journal}`,
      ],
      severity: 'error',
    },
    'the same, by a packaged path': {
      tree: {
        ...withMatch,
        ...facts({ 'log-files': ['/var/log/secure'], journal: true, units: [] }),
        'jail.conf': '[a]\nfilter = x\nlogpath = /var/log/secure\n',
        'jail.local': '⟦[a]⟧\nenabled = true\n',
      },
      messages: [
        `nothing writes to /var/log/secure any more, as this host keeps a journal and runs no syslog daemon: [a] finds no failure - ${journal}`,
      ],
    },
  },
});

/** What a rule says of a jail with a logpath on a host with some files. */
function said(
  rule: Parameters<typeof run>[0],
  logpath: string,
  ...files: readonly string[]
): readonly string[] {
  const tree = { ...filter, ...logs(...files), 'jail.local': jail('a', `logpath = ${logpath}`) };
  return run(rule, tree).map(({ message }) => message);
}

test('a pattern that takes in a directory', () => {
  const files = ['/var/log/a.log', '/var/log/web/a.log'];
  expect(said(directory, '/var/log/*.log', ...files)).toEqual([]);
  expect(said(directory, '/var/log/*', ...files)).toEqual([
    `logpath "/var/log/*" takes in the directory /var/log/web, which fail2ban can't read; ${stops} - name files, such as /var/log/*.log`,
  ]);
  expect(said(directory, '/var/log/we?', ...files)).toEqual([
    `logpath "/var/log/we?" takes in the directory /var/log/web, which fail2ban can't read; ${stops} - name files, such as /var/log/we?/*.log`,
  ]);
  expect(said(directory, '/var/log/web', ...files)).toEqual([
    `logpath "/var/log/web" is a directory, which fail2ban can't read; ${stops} - name files, such as /var/log/web/*.log`,
  ]);
});

test('what is no path is told as that, not as missing', () => {
  const list = '/var/log/a.log, /var/log/b.log';
  expect(said(pathsOnOneLine, list)).toHaveLength(1);
  expect(said(fileMissing, list)).toEqual([]);
  expect(said(directory, '/var/log/web/')).toHaveLength(1);
  expect(said(fileMissing, '/var/log/web/')).toEqual([]);
});

const prefix = '^\\S+ ';
const sshd = (daemon: string, more = '') => ({
  'filter.d/sshd.conf': `[Definition]\nprefregex = ${prefix}${daemon} <F-CONTENT>.+</F-CONTENT>$\nfailregex = ^Failed .* from <HOST>$\n${more}`,
});
const sshdJail = '[sshd]\nenabled = true\nfilter = sshd\n';
const newSsh = facts({ 'openssh-version': '9.8p1' });
const asked = '(?:sshd(?:\\[\\d+\\])?:?\\s+)?';
const finds = '[sshd] finds no failed login: OpenSSH 9.8p1 logs as sshd-session, and';

testRule(sshdSession, {
  valid: {
    'no facts': { ...sshd(asked), 'jail.local': sshdJail },
    'an older sshd': { ...facts({ 'openssh-version': '9.2p1' }), ...sshd(asked), 'jail.local': sshdJail },
    'an older sshd with a larger second number': {
      ...facts({ 'openssh-version': '8.9p1' }),
      ...sshd(asked),
      'jail.local': sshdJail,
    },
    'a release that knows it': {
      ...facts({ 'openssh-version': '9.9p2', 'fail2ban-version': '1.1.1' }),
      ...sshd(asked),
      'jail.local': sshdJail,
    },
    'a filter a distribution mended': {
      ...newSsh,
      ...sshd('sshd(?:-session)?(?:\\[\\d+\\])?:'),
      'jail.local': sshdJail,
    },
    'any program': { ...newSsh, ...sshd('sshd\\S*:'), 'jail.local': sshdJail },
    'a disabled jail': { ...newSsh, ...sshd(asked), 'jail.local': '[sshd]\nfilter = sshd\n' },
    'a journalmatch by the unit': {
      ...facts({ 'openssh-version': '9.8p1', os: 'fedora43' }),
      ...sshd('\\S+:', 'journalmatch = _SYSTEMD_UNIT=sshd.service + _COMM=sshd\n'),
      'jail.local': `${sshdJail}backend = systemd\n`,
    },
  },
  invalid: {
    'a filter of an admin': {
      tree: {
        ...newSsh,
        'filter.d/sshd.conf': sshd(asked)['filter.d/sshd.conf'].replace('sshd(', '⟦sshd⟧('),
        'jail.local': sshdJail,
      },
      messages: [`${finds} filter sshd only takes lines of sshd`],
      severity: 'error',
    },
    'regexes without a prefregex, from 10.0 on': {
      tree: {
        ...facts({ 'openssh-version': '10.0p2', 'fail2ban-version': '1.1.0' }),
        'filter.d/x.conf':
          '[Definition]\nfailregex = ^ ⟦sshd⟧\\[\\d+\\]: a <HOST>$\n  ^ sshd\\[1\\]: b <HOST>$\n',
        'jail.local': jail('a', 'logpath = /var/log/auth.log'),
      },
      messages: [
        '[a] finds no failed login: OpenSSH 10.0p2 logs as sshd-session, and filter x only takes lines of sshd',
      ],
    },
    'a journalmatch by name': {
      tree: {
        ...newSsh,
        ...sshd('\\S+:'),
        'jail.local': `${sshdJail}backend = systemd\njournalmatch = ⟦_SYSTEMD_UNIT=ssh.service _COMM=sshd⟧\n`,
      },
      messages: [`${finds} journalmatch only takes entries of sshd`],
    },
    'a journalmatch by a unit that Debian calls otherwise': {
      tree: {
        ...facts({ 'openssh-version': '9.8p1', os: 'debian13' }),
        ...sshd('\\S+:'),
        'jail.local': `${sshdJail}backend = systemd\njournalmatch = ⟦_SYSTEMD_UNIT=sshd.service + _COMM=sshd⟧\n`,
      },
      messages: [`${finds} journalmatch only takes entries of sshd`],
    },
  },
});
