import badJournalmatch from '../../rules/log/bad-journalmatch';
import directory from '../../rules/log/directory';
import logpathIgnored from '../../rules/log/logpath-ignored';
import noJournalmatch from '../../rules/log/no-journalmatch';
import ownLog from '../../rules/log/own-log';
import pathsOnOneLine from '../../rules/log/paths-on-one-line';
import rotatedGlob from '../../rules/log/rotated-glob';
import usednsYes from '../../rules/log/usedns-yes';
import wrongLogKind from '../../rules/log/wrong-log-kind';
import { testRule } from './test-rule';

/** An enabled jail with further options. */
const jail = (name: string, options: string) => `[${name}]\nenabled = true\nfilter =\n${options}\n`;
const stops = 'fail2ban will not start';
const form =
  'write it as journalctl takes it, such as _SYSTEMD_UNIT=ssh.service; put quotes around what holds blanks';

testRule(badJournalmatch, {
  valid: {
    'fields, plus signs, quotes, several lines': {
      'jail.local': jail(
        'a',
        'backend = systemd\njournalmatch = _SYSTEMD_UNIT=a.service + _COMM=a "MESSAGE=x y"\n  PRIORITY=5',
      ),
    },
    'a backend that reads files': { 'jail.local': jail('a', 'journalmatch = a.service') },
    'a disabled jail': { 'jail.local': '[a]\nbackend = systemd\njournalmatch = a.service\n' },
  },
  invalid: {
    'the bare name of a unit': {
      tree: {
        'jail.local': jail('a', 'backend = systemd[journalflags=1]\njournalmatch = _COMM=a + ⟦a.service⟧'),
      },
      messages: [`journalmatch "a.service" is no FIELD=value; ${stops} - ${form}`],
      severity: 'error',
    },
    'in the filter of two jails': {
      tree: {
        'filter.d/x.conf': '[Definition]\nfailregex = ^<HOST>$\njournalmatch = ⟦unit=a⟧\n',
        'jail.local': '[DEFAULT]\nbackend = systemd\nfilter = x\n[a]\nenabled = true\n[b]\nenabled = true\n',
      },
      messages: [`journalmatch "unit=a" is no FIELD=value (2 jails: a, b); ${stops} - ${form}`],
    },
    'an open quote, whatever the backend': {
      tree: { 'jail.local': jail('a', 'journalmatch = ⟦_COMM="a⟧') },
      messages: [
        `journalmatch "_COMM="a" has a quote or a backslash that nothing follows; ${stops} - close the quote`,
      ],
    },
  },
});

const isDirectory = (path: string, jails = '') =>
  `logpath "${path}" is a directory, which fail2ban can't read${jails}; ${stops} - name files, such as ${path}*.log`;

testRule(directory, {
  valid: {
    'files and patterns': { 'jail.local': jail('a', 'logpath = /var/log/a.log\n  /var/log/*/b.log tail') },
    'a backend that reads the journal': {
      'jail.local': jail('a', 'backend = systemd\nlogpath = /var/log/a/'),
    },
    'a disabled jail': { 'jail.local': '[a]\nlogpath = /var/log/a/\n' },
  },
  invalid: {
    'a directory': {
      tree: { 'jail.local': jail('a', 'logpath = ⟦/var/log/a/⟧') },
      messages: [isDirectory('/var/log/a/')],
      severity: 'error',
    },
    'the second line, with a place to start from': {
      tree: { 'jail.local': jail('a', 'logpath = /var/log/a.log\n  ⟦/var/log/b/⟧ tail') },
      messages: [isDirectory('/var/log/b/')],
    },
    'a variable of two jails': {
      tree: {
        'jail.d/00.conf': '[DEFAULT]\nlogs = ⟦/var/log/c/⟧\n',
        'jail.local': jail('a', 'logpath = %(logs)s') + jail('b', 'logpath = %(logs)s'),
      },
      messages: [isDirectory('/var/log/c/', ' (2 jails: a, b)')],
    },
  },
});

const ownLine = 'put each path on a line of its own, without commas';
const taken = (word: string, jails = '') =>
  `"${word}" behind the blank in logpath is taken for the place to read from, which is head or tail${jails}; ${stops}`;

testRule(pathsOnOneLine, {
  valid: {
    'a line each, head and tail': {
      'jail.local': jail('a', 'logpath = /var/log/a.log\n  /var/log/b.log tail\n  /var/log/c.log HEAD'),
    },
    'a backend that reads the journal': {
      'jail.local': jail('a', 'backend = systemd\nlogpath = /var/log/a.log /var/log/b.log'),
    },
    'a comment behind the path, which another rule reports': {
      'jail.local': jail('a', 'logpath = /var/log/a.log # errors'),
    },
    'a disabled jail': { 'jail.local': '[a]\nlogpath = /var/log/a.log /var/log/b.log\n' },
  },
  invalid: {
    'two paths': {
      tree: { 'jail.local': jail('a', 'logpath = /var/log/a.log ⟦/var/log/b.log⟧') },
      messages: [`${taken('/var/log/b.log')} - ${ownLine}`],
      severity: 'error',
    },
    'a comma and a blank, on a line of its own': {
      tree: { 'jail.local': jail('a', 'logpath = /var/log/a.log\n  /var/log/b.log, ⟦/var/log/c.log⟧') },
      messages: [`${taken('/var/log/c.log')} - ${ownLine}`],
    },
    'a path with a blank in it, of two jails': {
      tree: {
        'jail.local': '[DEFAULT]\nlogpath = /srv/my ⟦logs/a.log⟧\n[a]\nenabled = true\n[b]\nenabled = true\n',
      },
      messages: [
        `${taken('logs/a.log', ' (2 jails: a, b)')} - fail2ban can name no path with a blank in it; use ? in its place, and remove what is no path`,
      ],
    },
  },
});

testRule(logpathIgnored, {
  valid: {},
  invalid: {},
});

testRule(noJournalmatch, {
  valid: {},
  invalid: {},
});

testRule(rotatedGlob, {
  valid: {},
  invalid: {},
});

testRule(wrongLogKind, {
  valid: {},
  invalid: {},
});

const sshdFilter = { 'filter.d/sshd.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n' };
const sshdJail = (options: string) => `[sshd]\nenabled = true\nfilter = sshd\n${options}\n`;
const findsNone = 'it finds no failure of its service';

testRule(ownLog, {
  valid: {
    'recidive under its name': {
      'filter.d/recidive.conf': '[Definition]\nfailregex = ^<HOST>$\n',
      'jail.local': '[x]\nenabled = true\nfilter = recidive\nlogpath = /var/log/fail2ban.log\n',
    },
    'a copy of recidive': {
      'filter.d/loop.conf': '[Definition]\nfailregex = ^ Ban <HOST>$\n',
      'jail.local': '[x]\nenabled = true\nfilter = loop\nlogpath = /var/log/fail2ban.log\n',
    },
    'another log': { ...sshdFilter, 'jail.local': sshdJail('logpath = /var/log/auth.log') },
    'the journal, which reads no file': {
      ...sshdFilter,
      'jail.local': sshdJail('backend = systemd\nlogpath = /var/log/fail2ban.log'),
    },
  },
  invalid: {
    'the usual place': {
      tree: { ...sshdFilter, 'jail.local': sshdJail('logpath = ⟦/var/log/fail2ban.log⟧') },
      messages: [`[sshd] watches fail2ban's own log /var/log/fail2ban.log: ${findsNone}`],
      severity: 'error',
    },
    'where logtarget puts it, by a pattern': {
      tree: {
        ...sshdFilter,
        'fail2ban.local': '[Definition]\nlogtarget = /data/f2b.log\n',
        'jail.local': sshdJail('logpath = ⟦/data/*.log⟧ tail'),
      },
      messages: [`[sshd] watches fail2ban's own log /data/*.log: ${findsNone}`],
    },
    'the second of two': {
      tree: {
        ...sshdFilter,
        'jail.local': sshdJail('logpath = /var/log/auth.log\n  ⟦/srv/log/fail2ban.log⟧'),
      },
      messages: [`[sshd] watches fail2ban's own log /srv/log/fail2ban.log: ${findsNone}`],
    },
  },
});

const others = 'who owns a name has others banned';

testRule(usednsYes, {
  valid: {
    no: { ...sshdFilter, 'jail.local': sshdJail('usedns = no') },
    'warn, the default': { ...sshdFilter, 'jail.local': sshdJail('usedns = warn') },
    'a disabled jail': { ...sshdFilter, 'jail.local': '[sshd]\nusedns = yes\n' },
  },
  invalid: {
    'in the jail': {
      tree: { ...sshdFilter, 'jail.local': sshdJail('⟦usedns = YES⟧') },
      messages: [`[sshd] looks up names it finds in logs and bans what comes out (usedns = yes): ${others}`],
      severity: 'warning',
    },
    'in [DEFAULT], for two packaged jails': {
      tree: {
        ...sshdFilter,
        'jail.conf': `${sshdJail('')}${sshdJail('').replace('[sshd]', '[b]')}`,
        'jail.local': '[DEFAULT]\n⟦usedns = yes⟧\n',
      },
      messages: [
        `2 jails (sshd, b) look up names they find in logs and ban what comes out (usedns = yes): ${others}`,
      ],
    },
    'in [DEFAULT], with a section': {
      tree: {
        ...sshdFilter,
        'jail.local': `[DEFAULT]\nusedns = yes\n⟦[sshd]⟧\nenabled = true\nfilter = sshd\n`,
      },
      messages: [`[sshd] looks up names it finds in logs and bans what comes out (usedns = yes): ${others}`],
    },
  },
});
