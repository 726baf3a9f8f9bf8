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
      fixed: {
        'jail.local':
          '[a]\nenabled = true\nfilter =\nbackend = systemd[journalflags=1]\njournalmatch = _COMM=a + _SYSTEMD_UNIT=a.service\n',
      },
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
      fixed: { 'jail.local': '[a]\nenabled = true\nfilter =\nlogpath = /var/log/a/*.log\n' },
    },
    'the second line, with a place to start from': {
      tree: { 'jail.local': jail('a', 'logpath = /var/log/a.log\n  ⟦/var/log/b/⟧ tail') },
      messages: [isDirectory('/var/log/b/')],
      fixed: {
        'jail.local': '[a]\nenabled = true\nfilter =\nlogpath = /var/log/a.log\n  /var/log/b/*.log tail\n',
      },
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
    'a comma in a name, and a comment in a disabled jail': {
      'jail.local': `${jail('a', 'logpath = /var/log/a,b.log')}[b]\nlogpath = /var/log/a.log # errors\n`,
    },
  },
  invalid: {
    'a comma and no blank': {
      tree: { 'jail.local': jail('a', 'logpath = ⟦/var/log/a.log,/var/log/b.log⟧ tail') },
      messages: [
        `logpath /var/log/a.log,/var/log/b.log is one path to fail2ban, and there is no such file; ${stops} - ${ownLine}`,
      ],
      severity: 'error',
    },
    'a disabled jail': {
      tree: { 'jail.local': '[a]\nlogpath = /var/log/a.log ⟦/var/log/b.log⟧\n' },
      messages: [`${taken('/var/log/b.log')} once a jail that uses it is enabled - ${ownLine}`],
      severity: 'info',
      fixed: { 'jail.local': '[a]\nlogpath = /var/log/a.log\n    /var/log/b.log\n' },
    },
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

const web = { 'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n' };
/** An enabled jail with the filter `web` and further options. */
const webJail = (name: string, options: string) => `[${name}]\nenabled = true\nfilter = web\n${options}\n`;

testRule(logpathIgnored, {
  valid: {
    'a backend that reads files': {
      ...web,
      'jail.local': `[DEFAULT]\nbackend = systemd\n${webJail('a', 'backend = auto\nlogpath = /var/log/a.log')}`,
    },
    'the logpath of a packaged jail': {
      ...web,
      'jail.conf': '[a]\nlogpath = /var/log/a.log\n',
      'jail.local': webJail('a', 'backend = systemd'),
    },
    'a logpath for mails that quote the log': {
      ...web,
      'action.d/tell.conf': '[Definition]\nactionban = grep <ip> <logpath> | sendmail root\n',
      'jail.local': webJail('a', 'backend = systemd\nlogpath = /var/log/a.log\naction = tell'),
    },
    'a disabled jail, and a logpath of all jails': {
      'jail.local': '[DEFAULT]\nlogpath = /var/log/a.log\n[a]\nbackend = systemd\nlogpath = /var/log/a.log\n',
    },
  },
  invalid: {
    'the backend of [DEFAULT]': {
      tree: {
        ...web,
        'jail.local': `[DEFAULT]\nbackend = systemd\n${webJail('a', '⟦logpath = /var/log/a.log⟧')}`,
      },
      messages: ['[a] never opens /var/log/a.log: with backend = systemd it reads only the journal'],
      severity: 'warning',
      related: ['jail.local:2:1'],
      fixed: {
        'jail.local':
          '[DEFAULT]\nbackend = systemd\n[a]\nenabled = true\nfilter = web\nlogpath = /var/log/a.log\nbackend = auto\n',
      },
    },
    'several files, and a journalmatch': {
      tree: {
        ...web,
        'jail.local': webJail(
          'a',
          'backend = systemd[journalflags=1]\njournalmatch = _COMM=a\n⟦logpath = /var/log/a.log⟧\n  /var/log/b.log',
        ),
      },
      messages: [
        '[a] never opens 2 log files: with backend = systemd[journalflags=1] it reads only what the journal has of its service',
      ],
      fixed: {
        'jail.local':
          '[a]\nenabled = true\nfilter = web\nbackend = systemd[journalflags=1]\njournalmatch = _COMM=a\n',
      },
    },
    'what a copy of jail.conf has': {
      tree: {
        ...web,
        'jail.local': `${webJail(
          'sshd',
          'backend = systemd\njournalmatch = _COMM=a\nsshd_log = /var/log/auth.log\n⟦logpath = %(sshd_log)s⟧',
        )}${Array.from({ length: 40 }, (_, at) => `[other-${at}]\n`).join('')}`,
      },
      messages: [
        '[sshd] never opens /var/log/auth.log: with backend = systemd it reads only what the journal has of its service',
      ],
      severity: 'info',
    },
  },
});

const aimless = 'the journal without a journalmatch: every entry of every service is checked';

testRule(noJournalmatch, {
  valid: {
    'a journalmatch in the jail': {
      ...web,
      'jail.local': webJail('a', 'backend = systemd\njournalmatch = _COMM=a'),
    },
    'a journalmatch in the filter': {
      'filter.d/web.conf': '[Definition]\nfailregex = ^<HOST>$\njournalmatch = _COMM=a\n',
      'jail.local': webJail('a', 'backend = systemd'),
    },
    'a backend that reads files': { ...web, 'jail.local': webJail('a', 'logpath = /var/log/a.log') },
    'no regex that could match': { 'jail.local': jail('a', 'backend = systemd') },
    'a disabled jail': { 'jail.local': '[a]\nbackend = systemd\n' },
  },
  invalid: {
    'the jail says so itself': {
      tree: { ...web, 'jail.local': webJail('a', '⟦backend = systemd⟧') },
      messages: [`[a] reads ${aimless}`],
      severity: 'warning',
    },
    'the backend of [DEFAULT], and a logpath': {
      tree: {
        ...web,
        'jail.local': `[DEFAULT]\nbackend = systemd\n${webJail('a', 'logpath = /var/log/a.log').replace('[a]', '⟦[a]⟧')}`,
      },
      messages: [`[a] reads ${aimless}, and its log files are not read`],
      related: ['jail.local:2:1', 'jail.local:6:1'],
      fixed: {
        'jail.local':
          '[DEFAULT]\nbackend = auto\n[a]\nenabled = true\nfilter = web\nlogpath = /var/log/a.log\n',
      },
    },
    'packaged jails that are enabled in one place': {
      tree: {
        ...web,
        'jail.conf': '[a]\nfilter = web\n[b]\nfilter = web\n',
        'jail.local': '[DEFAULT]\nenabled = true\n⟦backend = systemd⟧\n',
      },
      messages: [`2 jails (a, b) read ${aimless}`],
    },
  },
});

const old = 'fail2ban reads what is long past again, and chokes on .gz files';

testRule(rotatedGlob, {
  valid: {
    'patterns that end in the name of the log': {
      'jail.local': jail(
        'a',
        'logpath = /var/log/*.log\n  /var/log/web/*error.log tail\n  /data/proxy-host-*_access.log\n  /srv/*/logs/error_log',
      ),
    },
    'the date in the name of the log, and what may be anything': {
      'jail.local': jail('a', 'logpath = /var/log/openhab/events-*\n  /srv/data/current*'),
    },
    'the journal': { 'jail.local': jail('a', 'backend = systemd\nlogpath = /var/log/a.log*') },
    'a packaged variable': {
      'jail.conf': '[DEFAULT]\nmy_log = /var/log/a.log*\n',
      'jail.local': jail('a', 'logpath = %(my_log)s'),
    },
  },
  invalid: {
    'a log and what became of it': {
      tree: { 'jail.local': jail('a', 'logpath = ⟦/var/log/web/access.log*⟧') },
      messages: [`logpath /var/log/web/access.log* also matches rotated and compressed logs: ${old}`],
      severity: 'warning',
      fixed: { 'jail.local': '[a]\nenabled = true\nfilter =\nlogpath = /var/log/web/access.log\n' },
    },
    'one of several lines, by a variable of two jails': {
      tree: {
        'jail.local': `[DEFAULT]\nmine = /var/log/a.log\n  ⟦/var/log/fail2ban*⟧ tail\n${jail('a', 'logpath = %(mine)s')}${jail('b', 'logpath = %(mine)s')}`,
      },
      messages: [`logpath /var/log/fail2ban* also matches rotated and compressed logs: ${old}`],
    },
    'old logs by name': {
      tree: {
        'jail.local': jail('a', 'logpath = ⟦/var/log/auth.log.1⟧\n  ⟦/var/log/web/*.gz⟧'),
      },
      messages: [
        `logpath /var/log/auth.log.1 names logs that were rotated: ${old}`,
        `logpath /var/log/web/*.gz names logs that were rotated: ${old}`,
      ],
    },
    'a disabled jail': {
      tree: { 'jail.local': '[a]\nlogpath = ⟦/var/log/access_log*⟧\n' },
      messages: [`logpath /var/log/access_log* also matches rotated and compressed logs: ${old}`],
      severity: 'info',
      fixed: { 'jail.local': '[a]\nlogpath = /var/log/access_log\n' },
    },
  },
});

const errorFilter = '[Definition]\nfailregex = ^ \\[error\\] no user, client: <HOST>,\n';
const accessFilter =
  '[Definition]\nfailregex = ^<HOST> - \\S+ \\[\\] "GET /x\n            ^<HOST> \\S+ \\S+ \\[\\] "POST /y\n';
/** What is said of a jail [a] with the filter web. */
const wrongKind = (wanted: string, path: string, kind: string) =>
  `[a] finds nothing: filter web matches lines of the ${wanted} log of a web server, and ${path} is the ${kind} log`;

testRule(wrongLogKind, {
  valid: {
    'the right logs': {
      'filter.d/web.conf': errorFilter,
      'jail.local': webJail('a', 'logpath = /var/log/nginx/*error.log\n  /var/log/apache2/error_log'),
    },
    'both logs, and one that says nothing': {
      'filter.d/web.conf': errorFilter,
      'jail.local':
        webJail('a', 'logpath = /var/log/nginx/access.log\n  /var/log/nginx/error.log') +
        webJail('b', 'logpath = /var/log/nginx/all.log'),
    },
    'a filter for both': {
      'filter.d/web.conf':
        '[Definition]\nfailregex = ^<HOST> - \\S+ \\[\\] "GET\n            ^ \\[error\\] x, client: <HOST>\n',
      'jail.local': webJail('a', 'logpath = /var/log/nginx/access.log'),
    },
    'a filter for something else': {
      ...web,
      'jail.local': webJail('a', 'logpath = /var/log/app/access.log'),
    },
    'a disabled jail': {
      'filter.d/web.conf': errorFilter,
      'jail.local': '[a]\nfilter = web\nlogpath = /var/log/nginx/access.log\n',
    },
  },
  invalid: {
    'errors in the access log': {
      tree: {
        'filter.d/web.conf': errorFilter,
        'jail.local': webJail('a', 'logpath = ⟦/var/log/nginx/access.log⟧'),
      },
      messages: [wrongKind('error', '/var/log/nginx/access.log', 'access')],
      severity: 'warning',
      fixed: { 'jail.local': '[a]\nenabled = true\nfilter = web\nlogpath = /var/log/nginx/error.log\n' },
    },
    'requests in the error log, by a packaged variable': {
      tree: {
        'filter.d/web.conf': accessFilter,
        'jail.conf': '[DEFAULT]\nweb_error_log = /var/log/apache2/*error.log\n',
        'jail.local': webJail('a', 'logpath = ⟦%(web_error_log)s⟧'),
      },
      messages: [wrongKind('access', '/var/log/apache2/*error.log', 'error')],
    },
    'a prefregex, and a packaged logpath': {
      tree: {
        'filter.d/web.conf':
          '[Definition]\nprefregex = ^\\[error\\] \\[(?:client|remote) <HOST>\\] <F-CONTENT>.+</F-CONTENT>$\nfailregex = ^denied\n',
        'jail.conf': '[a]\nlogpath = /var/log/access_log\n',
        'jail.local': '⟦[a]⟧\nenabled = true\nfilter = web\n',
      },
      messages: [wrongKind('error', '/var/log/access_log', 'access')],
    },
  },
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
      fixed: { 'jail.local': '[DEFAULT]\nusedns = no\n' },
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
