import confEdited from '../../rules/resolution/conf-edited';
import daemonOption from '../../rules/resolution/daemon-option-in-jail-conf';
import ignoredFile from '../../rules/resolution/ignored-file';
import includeMissing from '../../rules/resolution/include-missing';
import staleCopy from '../../rules/resolution/stale-copy';
import wrongSection from '../../rules/resolution/wrong-section';
import { testRule } from './test-rule';

const jail = (name: string, more = '') => `[${name}]\nenabled = true\nlogpath = /var/log/a.log\n${more}`;
const sound = { 'filter.d/x.conf': '[Definition]\nfailregex = ^<HOST>$\n' };

/** What many jails of jail.conf have; `%` of the value is replaced by the jail. */
const stockJails = ['apache-auth', 'apache-badbots', 'apache-noscript', 'apache-overflows', 'apache-nohome'];
const webJails = (more: string) =>
  stockJails.map(name => `[${name}]\nenabled = true\nport = http,https\n${more}`).join('');
const stockDefaults =
  'ignorecommand =\nbantime = 10m\nfindtime = 10m\nmaxretry = 5\nbackend = auto\nusedns = warn\nlogencoding = auto\nmode = normal\ndestemail = root@localhost\nmta = sendmail\nprotocol = tcp\nport = 0:65535\n';

testRule(staleCopy, {
  valid: {
    'the package itself': { 'jail.conf': `[DEFAULT]\n${stockDefaults}` },
    'a few settings that are as in jail.conf': {
      'jail.local':
        '[DEFAULT]\nbantime = 10m\nfindtime = 10m\nmaxretry = 5\n[sshd]\nenabled = true\nport = ssh\n',
    },
    'a long file of one’s own, though ports are as in jail.conf': {
      'jail.local':
        webJails('maxretry = 9\nfindtime = 99m\nbantime = 7d\nfilter = x\n') +
        Array.from({ length: 30 }, (_, index) => jail(`own-${index}`, 'port = http,https\n')).join(''),
    },
    'paths taken in for one’s own settings': {
      'jail.local': '[INCLUDES]\nbefore = paths-common.conf\n[DEFAULT]\nbantime = 3h\n',
    },
  },
  invalid: {
    'a copy beside the original': {
      tree: {
        'jail.conf': `# How often it may fail\n[DEFAULT]\n${stockDefaults}\n# The first\n${webJails('logpath = %(apache_error_log)s\n')}`,
        'jail.local': `# How often it may fail\n[DEFAULT]\n${stockDefaults.replace('bantime = 10m', '# a day\nbantime = 1d')}\n# ours\n\n# The first\n${webJails('logpath = %(apache_error_log)s\n')}[mine]\n`,
      },
      messages: [
        'jail.local is a copy of a stock jail.conf: 20 of its 22 settings are as in fail2ban 1.0.2, and what later releases change there never takes effect - keep only the settings that differ',
      ],
      places: ['jail.local:1:1-1:1'],
      fixed: {
        'jail.local': '# How often it may fail\n[DEFAULT]\n# a day\nbantime = 1d\n# ours\n\n[mine]\n',
      },
    },
    'a copy with one edit': {
      tree: {
        'jail.local': `[DEFAULT]\n${stockDefaults.replace('bantime = 10m', 'bantime = 1d')}${webJails('logpath = %(apache_error_log)s\n')}`,
      },
      messages: [
        'jail.local is a copy of a stock jail.conf: 20 of its 22 settings are as in fail2ban 1.0.2, and what later releases change there never takes effect - keep only the settings that differ',
      ],
      places: ['jail.local:1:1-1:1'],
      severity: 'warning',
    },
    'the beginning of one, with its paths': {
      tree: { 'jail.d/a.conf': `[INCLUDES]\nbefore = paths-debian.conf\n[DEFAULT]\n${stockDefaults}` },
      messages: [
        'jail.d/a.conf is a copy of a stock jail.conf: all its 13 settings are as in fail2ban 1.0.2, and what later releases change there never takes effect - keep only the settings that differ',
      ],
      places: ['jail.d/a.conf:1:1-1:1'],
    },
    'a copy with the settings of somebody below': {
      tree: {
        'jail.local': `[INCLUDES]\nbefore = paths-debian.conf\n[DEFAULT]\n${stockDefaults}[DEFAULT]\nbantime = 1h\n`,
      },
      messages: [
        'jail.local is a copy of a stock jail.conf: 13 of its 14 settings are as in fail2ban 1.0.2, and what later releases change there never takes effect - keep only the settings that differ',
      ],
      places: ['jail.local:1:1-1:1'],
    },
  },
});

const daemon = (purge: string) =>
  `[DEFAULT]\nloglevel = INFO\nlogtarget = /var/log/fail2ban.log\nsyslogsocket = auto\nsocket = /var/run/fail2ban/fail2ban.sock\npidfile = /var/run/fail2ban/fail2ban.pid\ndbfile = /var/lib/fail2ban/fail2ban.sqlite3\n${purge}dbmaxmatches = 10\n[Definition]\n[Thread]\n`;
const edited = (name: string, what: string, instead: string) =>
  `${name} belongs to the package and was edited (${what}): an upgrade overwrites that, or leaves the whole file behind - put it into ${instead}; installing fail2ban again brings back the original`;

testRule(confEdited, {
  valid: {
    'an edit that a file of the admin repeats': {
      'fail2ban.conf': daemon('dbpurgeage = 30d\n'),
      'fail2ban.local': '[DEFAULT]\ndbpurgeage = 30d\n',
    },
    'as some release has it': { 'fail2ban.conf': daemon('dbpurgeage = 1d\n') },
    'as an old release has it': {
      'fail2ban.conf': daemon('dbpurgeage = 86400\n')
        .replace('[DEFAULT]', '[Definition]')
        .replace('dbmaxmatches = 10\n[Definition]\n[Thread]\n', ''),
    },
    'what a distribution may have changed': {
      'fail2ban.conf': daemon('dbpurgeage = 1d\n')
        .replace('/var/log/fail2ban.log', 'SYSTEMD-JOURNAL')
        .replace('/var/run', '/run'),
      'paths-debian.conf': '[DEFAULT]\nsyslog_mail = /srv/log/mail.log\n',
      'filter.d/sshd.conf': '[Definition]\nfailregex = ^of a distribution <HOST>$\n',
    },
    'a jail.conf of nobody knows which release': {
      'jail.conf': '[DEFAULT]\nbantime = 7m\na = 1\nb = 2\nc = 3\nd = 4\ne = 5\n[x]\nf = 1\n[y]\ng = 1\n',
    },
    'a .conf of one’s own, and a .local': {
      'jail.d/a.conf': '[DEFAULT]\nbantime = 3d\n',
      'fail2ban.local': '[DEFAULT]\ndbpurgeage = 3d\n',
    },
    'a file that cannot be parsed': { 'fail2ban.conf': `${daemon('dbpurgeage = 3d\n')}x\n` },
  },
  invalid: {
    'a value': {
      tree: { 'fail2ban.conf': daemon('⟦dbpurgeage = 30d⟧\n') },
      messages: [edited('fail2ban.conf', '[DEFAULT] dbpurgeage 1d -> 30d', 'fail2ban.local')],
      severity: 'warning',
      fixed: {
        'fail2ban.local':
          '# settings of this host: they win over fail2ban.conf, which the package replaces at every upgrade\n\n[DEFAULT]\ndbpurgeage = 30d\n',
      },
    },
    'two values': {
      tree: { 'fail2ban.conf': daemon('⟦dbpurgeage = 30d⟧\n').replace('hes = 10', 'hes = 0') },
      messages: [
        edited(
          'fail2ban.conf',
          '[DEFAULT] dbpurgeage 1d -> 30d, [DEFAULT] dbmaxmatches 10 -> 0',
          'fail2ban.local',
        ),
      ],
      related: ['fail2ban.conf:9:1'],
      fixed: {
        'fail2ban.local':
          '# settings of this host: they win over fail2ban.conf, which the package replaces at every upgrade\n\n[DEFAULT]\ndbpurgeage = 30d\ndbmaxmatches = 0\n',
      },
    },
    'the file of an old release, with an edit': {
      tree: {
        'fail2ban.conf': daemon('⟦dbpurgeage = 864000⟧\n')
          .replace('[DEFAULT]', '[Definition]')
          .replace('dbmaxmatches = 10\n[Definition]\n[Thread]\n', ''),
      },
      messages: [edited('fail2ban.conf', '[Definition] dbpurgeage 86400 -> 864000', 'fail2ban.local')],
      fixed: {
        'fail2ban.local':
          '# settings of this host: they win over fail2ban.conf, which the package replaces at every upgrade\n\n[Definition]\ndbpurgeage = 864000\n',
      },
    },
  },
});

const unread = (name: string, reason: string) => `${name} is never read: ${reason}`;
const inDirectory = (name: string) => `of ${name} fail2ban reads names that end in .conf or .local only`;

testRule(ignoredFile, {
  valid: {
    'scripts, texts and files that are included': {
      'action.d/a.py': 'class Action:\n  pass\n',
      'jail.d/README': 'port = 22\n',
      'jail.d/notes.md': '[web]\nenabled = true\n',
      'filter.d/ignorecommands/a': '#!/bin/sh\n',
      'jail.local': '[INCLUDES]\nbefore = jail.d/shared.inc\n more.conf\n',
      'jail.d/shared.inc': '[DEFAULT]\nbantime = 1h\n',
      'more.conf': '[DEFAULT]\nfindtime = 1h\n',
    },
    'an include of a filter no jail uses': {
      'filter.d/x.conf': '[INCLUDES]\nbefore = x.inc\n[Definition]\nfailregex = ^<HOST>$\n',
      'filter.d/x.inc': '[Definition]\nfailregex = ^<HOST>$\n',
    },
    'what is read beside a filter, and paths': {
      ...sound,
      'filter.d/x.d/a.conf': '[Definition]\nignoreregex = a\n',
      'paths-osx.conf': '[DEFAULT]\nmode = a\n',
    },
    'files of others': {
      'nginx.conf': 'server {\n port = 80\n}\n',
      'my.conf': '[mysqld]\nsocket_dir = /run\n',
    },
  },
  invalid: {
    'no ending': {
      tree: { 'jail.d/nginx': '[nginx-http-auth]\nenabled = true\n' },
      messages: [unread('jail.d/nginx', inDirectory('jail.d'))],
      places: ['jail.d/nginx:1:1-1:1'],
      severity: 'warning',
      fixed: { 'jail.d/nginx.local': '[nginx-http-auth]\nenabled = true\n' },
    },
    'names beside jail.local': {
      tree: {
        'fail2ban.conf.local': '[Definition]\nloglevel = DEBUG\n',
        'jails.local': '[sshd]\nenabled = true\n',
        'sshd.local': '[sshd]\nport = 22\n',
      },
      messages: [
        unread('fail2ban.conf.local', 'here fail2ban reads fail2ban.conf and fail2ban.local only'),
        unread('jails.local', 'here fail2ban reads jail.conf and jail.local only'),
        unread(
          'sshd.local',
          'here fail2ban reads jail.conf, jail.local, fail2ban.conf and fail2ban.local only, all else in jail.d',
        ),
      ],
      places: ['fail2ban.conf.local:1:1-1:1', 'jails.local:1:1-1:1', 'sshd.local:1:1-1:1'],
      fixed: { 'jail.local': '[sshd]\nenabled = true\n', 'jail.d/sshd.local': '[sshd]\nport = 22\n' },
    },
    'directories of another name, and below jail.d': {
      tree: {
        'filters.d/x.conf': '[Definition]\nfailregex = ^<HOST>$\n',
        'jail.d/web/a.conf': '[a]\nport = 1\n',
      },
      messages: [
        unread('filters.d/x.conf', 'fail2ban reads filter.d, not filters.d'),
        unread('jail.d/web/a.conf', 'fail2ban does not look into directories below jail.d'),
      ],
      places: ['filters.d/x.conf:1:1-1:1', 'jail.d/web/a.conf:1:1-1:1'],
      severity: 'warning',
      fixed: { 'filter.d/x.conf': '[Definition]\nfailregex = ^<HOST>$\n' },
    },
    'two endings': {
      tree: { 'filter.d/sshd.conf.local': '[Definition]\nfailregex = ^<HOST>$\n' },
      messages: [unread('filter.d/sshd.conf.local', 'it would be read for a filter named sshd.conf')],
      places: ['filter.d/sshd.conf.local:1:1-1:1'],
    },
    'put aside': {
      tree: {
        'jail.d/a.conf.disabled': '[a]\nport = 1\n',
        'jail.d/available/b.conf': '[b]\nport = 1\n',
        'jail.local.rpmnew': '[DEFAULT]\nbantime = 1h\n',
      },
      messages: [
        unread('jail.d/a.conf.disabled', inDirectory('jail.d')),
        unread('jail.d/available/b.conf', 'fail2ban does not look into directories below jail.d'),
        unread('jail.local.rpmnew', 'here fail2ban reads jail.conf and jail.local only'),
      ],
      places: [
        'jail.d/a.conf.disabled:1:1-1:1',
        'jail.d/available/b.conf:1:1-1:1',
        'jail.local.rpmnew:1:1-1:1',
      ],
      severity: 'info',
    },
  },
});

const missing = (name: string, file: string) =>
  `${name}, which ${file} includes, does not exist, and fail2ban goes on without it`;

testRule(includeMissing, {
  valid: {
    'a .local, which anybody may write or not': {
      'jail.local': '[INCLUDES]\nafter = paths-overrides.local\n',
      'filter.d/x.conf': '[INCLUDES]\nafter = x.local\n[Definition]\nfailregex = ^<HOST>$\n',
    },
    'a .local in place of the .conf': {
      'jail.local': '[INCLUDES]\nbefore = a.conf\n',
      'a.local': '[DEFAULT]\nbantime = 1h\n',
    },
    'no name': { 'jail.local': '[INCLUDES]\nbefore =\n' },
    'what was removed, which another rule reports': {
      'action.d/a.conf': '[INCLUDES]\nbefore = iptables-common.conf\n[Definition]\nactionban = a\n',
    },
  },
  invalid: {
    'an action whose tag stays': {
      tree: {
        'jail.local': jail('a', 'filter = x\naction = edge\n'),
        ...sound,
        'action.d/edge.conf':
          '[INCLUDES]\nbefore = ⟦edge-comon.conf⟧\n[Definition]\nactionban = <edge> add <ip> <F-USER> <failures>\n',
        'action.d/edge-common.conf': '[Init]\nedge = e\n',
      },
      messages: [
        `${missing('edge-comon.conf', 'action.d/edge.conf')}: nothing stands for <edge> then, and the ban command fails - did you mean edge-common.conf?`,
      ],
      severity: 'error',
      fixed: {
        'action.d/edge.conf':
          '[INCLUDES]\nbefore = edge-common.conf\n[Definition]\nactionban = <edge> add <ip> <F-USER> <failures>\n',
      },
    },
    'a filter whose tag stays': {
      tree: {
        'jail.local': jail('a', 'filter = y\n'),
        'filter.d/y.conf':
          '[INCLUDES]\nbefore = ⟦prefix.conf⟧\n[Definition]\nfailregex = ^<prefix_line> (?P<user>a) from <HOST>$\n',
      },
      messages: [
        `${missing('prefix.conf', 'filter.d/y.conf')}: nothing stands for <prefix_line> then, and its regex never matches`,
      ],
      severity: 'error',
    },
    'no tag stays': {
      tree: {
        'jail.local': jail('a', 'filter = y\n'),
        'filter.d/y.conf': '[INCLUDES]\nbefore = ⟦a.conf⟧\n[Definition]\nfailregex = ^(?P<user>a) <HOST>$\n',
      },
      messages: [missing('a.conf', 'filter.d/y.conf')],
      severity: 'warning',
    },
    'one of several names, in the jails': {
      tree: {
        'jail.d/a.local': '[INCLUDES]\nbefore = b.inc\n  ⟦paths-debian.conf⟧\n',
        'jail.d/b.inc': '[DEFAULT]\nbantime = 1h\n',
        'paths-debian.conf': '[DEFAULT]\nsshd_log = /x\n',
      },
      messages: [missing('paths-debian.conf', 'jail.d/a.local')],
      severity: 'warning',
    },
    'a filter no jail uses': {
      tree: {
        'filter.d/y.conf': '[INCLUDES]\nbefore = ⟦prefix.conf⟧\n[Definition]\nfailregex = ^<p> <HOST>$\n',
      },
      messages: [`${missing('prefix.conf', 'filter.d/y.conf')} once a jail uses it`],
      severity: 'warning',
    },
  },
});

const useless = (section: string, file: string, place: string) =>
  `[${section}] has no meaning in ${file}, and what stands below does nothing: ${place}`;

testRule(wrongSection, {
  valid: {
    'a .local beside a .conf that has it': {
      'jail.local': jail('a', 'filter = x\n'),
      ...sound,
      'filter.d/x.local': '[Init]\nmode = a\n',
    },
    'parameters of their own, and regexes in the jail': {
      'jail.local': `${jail('a', 'filter = x\nfailregex = ^<HOST>$\n')}${jail('b', 'filter = y\n')}`,
      'filter.d/x.conf': '[Filter]\nfailregex = ^a <HOST>$\n',
      'filter.d/y.conf': '[Definition]\nfailregex = ^<HOST>$\n[tags]\nfailregex = a\n',
    },
    'letters of another case, which another rule reports': {
      'jail.local': `[definition]\nfailregex = a\n${jail('a', 'filter = x\n')}`,
      'filter.d/x.conf': '[definition]\nfailregex = ^<HOST>$\n',
    },
    'a filter no jail uses': { 'filter.d/x.conf': '[Filter]\nfailregex = ^<HOST>$\n' },
    'values for others': {
      'jail.local': `[Init]\nport = 80\n${jail('a', 'filter = x\nport = %(Init/port)s\n')}`,
      ...sound,
    },
    'sections of the daemon': { 'fail2ban.local': '[Thread]\nstacksize = 0\n' },
  },
  invalid: {
    'a filter, of two jails': {
      tree: {
        'jail.local': `${jail('a', 'filter = x\n')}${jail('b', 'filter = x\n')}`,
        'filter.d/x.conf': '[INCLUDES]\nafter = y.local\n⟦[Filter]⟧\nfailregex = ^<HOST>$\n',
      },
      messages: [
        '[Filter] has no meaning in filter.d/x.conf, which has no [Definition]: nothing below it is read, and 2 jails never find a failure',
      ],
      severity: 'error',
      fixed: { 'filter.d/x.conf': '[INCLUDES]\nafter = y.local\n[Definition]\nfailregex = ^<HOST>$\n' },
    },
    'an action, in [DEFAULT]': {
      tree: {
        'jail.local': jail('a', 'filter = x\naction = a\n'),
        ...sound,
        'action.d/a.conf': '⟦[DEFAULT]⟧\nactionban = a <ip>\n[Init]\nport = 1\n',
      },
      messages: [
        '[DEFAULT] has no meaning in action.d/a.conf, which has no [Definition]: nothing below it is read, and [a] bans nobody with it',
      ],
      severity: 'error',
      fixed: { 'action.d/a.conf': '[Definition]\nactionban = a <ip>\n[Init]\nport = 1\n' },
    },
    'sections of others in jail.local': {
      tree: {
        'jail.local':
          '⟦[Definition]⟧\nfailregex = a\n⟦[Init]⟧\nactionban = a\n⟦[Thread]⟧\nstacksize = 0\n[a]\nport = 1\n',
      },
      messages: [
        useless('Definition', 'jail.local', 'it belongs in a file in filter.d'),
        useless('Init', 'jail.local', 'it belongs in a file in action.d'),
        useless('Thread', 'jail.local', 'it belongs in fail2ban.local'),
      ],
      severity: 'warning',
      fixed: {
        'jail.local': '[Definition]\nfailregex = a\n[Init]\nactionban = a\n[a]\nport = 1\n',
        'fail2ban.local': '[Thread]\nstacksize = 0\n',
      },
    },
    'a jail in a filter': {
      tree: { 'filter.d/x.conf': `${sound['filter.d/x.conf']}⟦[x]⟧\nenabled = true\nport = 80\n` },
      messages: [useless('x', 'filter.d/x.conf', 'a jail stands in jail.local')],
      severity: 'warning',
      fixed: {
        'filter.d/x.conf': '[Definition]\nfailregex = ^<HOST>$\n',
        'jail.local': '[x]\nenabled = true\nport = 80\n',
      },
    },
  },
});

const belongs = (option: string, file: string) =>
  `"${option}" belongs in fail2ban.local: ${file} is for the jails, and the daemon does not read it`;

testRule(daemonOption, {
  valid: {
    'where they belong': {
      'fail2ban.local': '[Definition]\nloglevel = INFO\n',
      'fail2ban.d/a.conf': '[DEFAULT]\ndbpurgeage = 8d\n',
    },
    'a variable that a jail asks for': {
      'jail.local': '[DEFAULT]\nlogtarget = /var/log/fail2ban.log\n[a]\nlogpath = %(logtarget)s\n',
    },
    'a variable that an action asks for': {
      'jail.local': '[DEFAULT]\nsocket = /run/x\n',
      'action.d/a.conf': '[Definition]\nactionban = a <socket>\n',
    },
    'options of jails': { 'jail.local': '[DEFAULT]\nbantime = 1h\n[a]\nlogencoding = auto\n' },
  },
  invalid: {
    'in [DEFAULT]': {
      tree: { 'jail.local': '[DEFAULT]\nbantime = 1w\n⟦dbpurgeage⟧ = 8d\n⟦DBFile⟧: /x\n' },
      messages: [belongs('dbpurgeage', 'jail.local'), belongs('dbfile', 'jail.local')],
      severity: 'warning',
      fixed: {
        'jail.local': '[DEFAULT]\nbantime = 1w\n',
        'fail2ban.local':
          '# settings of this host: they win over fail2ban.conf, which the package replaces at every upgrade\n\n[DEFAULT]\ndbpurgeage = 8d\ndbfile = /x\n',
      },
    },
    'in a jail': {
      tree: { 'jail.d/a.conf': '[a]\nenabled = false\n⟦loglevel⟧ = DEBUG\n' },
      messages: [belongs('loglevel', 'jail.d/a.conf')],
      fixed: {
        'jail.d/a.conf': '[a]\nenabled = false\n',
        'fail2ban.local':
          '# settings of this host: they win over fail2ban.conf, which the package replaces at every upgrade\n\n[DEFAULT]\nloglevel = DEBUG\n',
      },
    },
    'in jail.conf, where only an admin can have put it': {
      tree: { 'jail.conf': '[DEFAULT]\n⟦allowipv6⟧ = no\n' },
      messages: [belongs('allowipv6', 'jail.conf')],
    },
  },
});
