import badDbfile from '../../rules/daemon/bad-dbfile';
import badLogtarget from '../../rules/daemon/bad-logtarget';
import databaseOff from '../../rules/daemon/database-off';
import loglevel from '../../rules/daemon/loglevel';
import unsafePath from '../../rules/daemon/unsafe-path';
import { testRule } from './test-rule';

const stops = 'fail2ban will not start';
const aFile = 'write the path of a file, or None for no database';

testRule(badDbfile, {
  valid: {
    'a file': { 'fail2ban.local': '[Definition]\ndbfile = /var/lib/f2b.sqlite3\n' },
    'no database': { 'fail2ban.local': '[Definition]\ndbfile = None\n' },
    'a database in memory': { 'fail2ban.local': '[Definition]\ndbfile = :memory:\n' },
    'a directory in a jail file, where it is not read': { 'jail.local': '[DEFAULT]\ndbfile = /var/lib/\n' },
  },
  invalid: {
    'a directory': {
      tree: { 'fail2ban.local': '[Definition]\ndbfile = ⟦/var/lib/fail2ban/⟧\n' },
      fixed: { 'fail2ban.local': '[Definition]\ndbfile = /var/lib/fail2ban/fail2ban.sqlite3\n' },
      messages: [`dbfile = "/var/lib/fail2ban/" is a directory; ${stops} - ${aFile}`],
      severity: 'error',
    },
    'in [DEFAULT]': {
      tree: { 'fail2ban.conf': '[DEFAULT]\ndbfile = ⟦/data/⟧\n[Definition]\nloglevel = INFO\n' },
      fixed: {
        'fail2ban.local':
          '# settings of this host: they win over fail2ban.conf, which the package replaces at every upgrade\n\n[DEFAULT]\ndbfile = /data/fail2ban.sqlite3\n',
      },
      messages: [`dbfile = "/data/" is a directory; ${stops} - ${aFile}`],
    },
    'through a variable': {
      tree: { 'fail2ban.d/x.conf': '[Definition]\nhome = /data\ndbfile = %(home)s⟦/⟧\n' },
      messages: [`dbfile = "/data/" is a directory; ${stops} - ${aFile}`],
    },
  },
});

const aTarget = 'write the path of a file, SYSLOG, STDOUT, STDERR, SYSOUT or SYSTEMD-JOURNAL';

testRule(badLogtarget, {
  valid: {
    'a file': { 'fail2ban.local': '[Definition]\nlogtarget = /var/log/f2b.log\n' },
    'words, with arguments': {
      'fail2ban.local': '[Definition]\nlogtarget = SYSLOG[facility=auth, format="%%(message)s"]\n',
    },
    'nothing set': { 'fail2ban.local': '[Definition]\nloglevel = INFO\n' },
  },
  invalid: {
    'a directory': {
      tree: { 'fail2ban.local': '[Definition]\nlogtarget = ⟦/var/log/fail2ban/⟧\n' },
      fixed: { 'fail2ban.local': '[Definition]\nlogtarget = /var/log/fail2ban/fail2ban.log\n' },
      messages: [`logtarget is refused: "/var/log/fail2ban/" is a directory; ${stops} - ${aTarget}`],
      severity: 'error',
    },
    'brackets that are not closed': {
      tree: { 'fail2ban.local': '[Definition]\nlogtarget = SYSLOG⟦[facility=auth⟧\n' },
      messages: [`logtarget is refused: its brackets are malformed; ${stops} - ${aTarget}`],
    },
    'an empty value': {
      tree: { 'fail2ban.local': '[Definition]\nlogtarget ⟦:⟧\n' },
      messages: [`logtarget is refused: it is empty; ${stops} - ${aTarget}`],
    },
    'a format without a field': {
      tree: { 'fail2ban.local': '[Definition]\nlogtarget = STDOUT[format="⟦short⟧"]\n' },
      messages: [`logtarget is refused: "short" is no format of a log line; ${stops} - ${aTarget}`],
    },
  },
});

const hides = 'hides the bans, which are logged at NOTICE; a recidive jail finds none of them';
const floods = 'logs every step: the log grows by several lines for each line that fail2ban reads';

testRule(loglevel, {
  valid: {
    'the level of the package, in any case': { 'fail2ban.local': '[Definition]\nloglevel = info\n' },
    'the level of bans': { 'fail2ban.local': '[Definition]\nloglevel = NOTICE\n' },
    'a number of Python': { 'fail2ban.local': '[Definition]\nloglevel = 20\n' },
    'a word there is none of, which another rule reports': {
      'fail2ban.local': '[Definition]\nloglevel = loud\n',
    },
    'an option of a jail file': { 'jail.local': '[DEFAULT]\nloglevel = DEBUG\n' },
  },
  invalid: {
    'a number of 0.8': {
      tree: { 'fail2ban.local': '[Definition]\nloglevel = ⟦3⟧\n' },
      fixed: { 'fail2ban.local': '[Definition]\nloglevel = INFO\n' },
      messages: ['loglevel = 3 is a number of fail2ban 0.8: since 0.9 it means that everything is logged'],
      severity: 'warning',
    },
    'too quiet': {
      tree: {
        'fail2ban.conf': '[Definition]\nloglevel = INFO\n',
        'fail2ban.d/x.local': '[Definition]\nloglevel = ⟦warning⟧\n',
      },
      messages: [`loglevel = warning ${hides}`],
      severity: 'warning',
    },
    'too loud, in a variable': {
      tree: { 'fail2ban.local': '[Definition]\nmine = ⟦HEAVYDEBUG⟧\nloglevel = %(mine)s\n' },
      fixed: { 'fail2ban.local': '[Definition]\nmine = INFO\nloglevel = %(mine)s\n' },
      messages: [`loglevel = HEAVYDEBUG ${floods}`],
      severity: 'warning',
    },
  },
});

const forgotten = 'bans and their count are forgotten at every restart';

testRule(databaseOff, {
  valid: {
    'a file': { 'fail2ban.local': '[Definition]\ndbfile = /data/f2b.sqlite3\n' },
    'in a jail file, where it is not read': { 'jail.local': '[DEFAULT]\ndbfile = None\n' },
    'nothing set': { 'fail2ban.local': '[Definition]\nloglevel = INFO\n' },
  },
  invalid: {
    None: {
      tree: { 'fail2ban.local': '[Definition]\ndbfile = ⟦None⟧\n' },
      fixed: { 'fail2ban.local': '[Definition]\n' },
      messages: [`dbfile = None: ${forgotten}`],
      severity: 'warning',
    },
    'in memory, with bans that grow': {
      tree: {
        'fail2ban.local': '[DEFAULT]\ndbfile = ⟦:memory:⟧\n[Definition]\n',
        'jail.local': '[a]\nenabled = true\nfilter =\nbantime.increment = true\n',
      },
      messages: [`dbfile = :memory:: ${forgotten}, and growing bans begin anew`],
    },
    'small letters, with bans that should grow': {
      tree: {
        'fail2ban.local': '[Definition]\ndbfile = ⟦none⟧\n',
        'jail.local': '[a]\nenabled = true\nfilter =\nbantime.increment = true\n',
      },
      messages: [`dbfile = none: ${forgotten}, and bantime.increment does nothing`],
    },
  },
});

const turned = "what root's fail2ban does there can be turned against it";

testRule(unsafePath, {
  valid: {
    'below /run': { 'fail2ban.local': '[Definition]\nsocket = /run/fail2ban/s.sock\n' },
    'a directory whose name begins alike': {
      'fail2ban.local': '[Definition]\ndbfile = /tmpfs/f2b.sqlite3\n',
    },
    'no file': { 'fail2ban.local': '[Definition]\nlogtarget = STDOUT\n' },
  },
  invalid: {
    'a socket': {
      tree: { 'fail2ban.local': '[Definition]\nsocket = ⟦/tmp/f2b.sock⟧\n' },
      messages: [`socket = /tmp/f2b.sock lies below /tmp, and every user can write to it: ${turned}`],
      severity: 'warning',
    },
    'a log': {
      tree: { 'fail2ban.local': '[Definition]\nlogtarget = ⟦/home/me/f2b.log⟧\n' },
      messages: [`logtarget = /home/me/f2b.log lies below /home, and it belongs to other users: ${turned}`],
    },
    'a database and a pid file': {
      tree: {
        'fail2ban.local': '[Definition]\ndbfile = ⟦/dev/shm/f2b.db⟧\npidfile = ⟦/var/tmp/f2b.pid⟧\n',
      },
      fixed: { 'fail2ban.local': '[Definition]\n' },
      messages: [
        `dbfile = /dev/shm/f2b.db lies below /dev/shm, and every user can write to it: ${turned}`,
        `pidfile = /var/tmp/f2b.pid lies below /var/tmp, and every user can write to it: ${turned}`,
      ],
    },
  },
});
