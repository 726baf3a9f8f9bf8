import { type Command, formatCommand } from '../../src/resolve/command';
import { isLogLevel } from '../../src/resolve/daemon';
import { commandLines, loadFails } from '../../src/resolve/setup';
import { madeText } from '../../src/text/text';
import { commandsOf, resolveTree } from './resolve-tree';

test.each<readonly [Command, string]>([
  [['start', 'a'], "['start', 'a']"],
  [['set', 'a', 'x', true, false, null, 10n], "['set', 'a', 'x', True, False, None, 10]"],
  [[madeText("it's"), ['a', ['b', null]], []], "[\"it's\", ['a', ['b', None]], []]"],
  [[new Map([['stacksize', 32n]])], "[{'stacksize': 32}]"],
  [[], '[]'],
])('a command', (command, line) => {
  expect(formatCommand(command)).toBe(line);
});

// Section 7.5 of the semantics reference; the lines are what `fail2ban-client -d` 1.0.2 prints.
test('everything a jail can have, in order', () => {
  const jail = [
    '[j]\nenabled = true\nfilter = f\nusedns = raw\nfailregex = r1\n  r2\nprefregex = p\nignoreregex = i',
    'datepattern = d\njournalmatch = A=1\nmaxlines = 3\nlogencoding = utf-8\nlogtimezone = UTC\nignorecache = key="<ip>"',
    'ignoreip = 127.0.0.1/8, ::1\n  10.0.0.1\nignoreself = no\nignorecommand = x y\nbantime.overalljails = yes',
    'bantime.rndtime = 5m\nbantime.maxtime = 1w\nbantime.multipliers = 1 2\nbantime.formula = f\nbantime.factor = 2',
    'bantime.increment = on\nbantime = 1h\nfindtime = 10m\nmaxmatches = 7\nmaxretry = 5\nbackend = polling',
    'logpath = /var/log/a.log\n  /var/log/b c.log\n  /var/log/*.log tail\naction = b\n',
  ].join('\n');
  const lines = commandsOf({
    'fail2ban.conf': '[Definition]\n',
    'jail.conf': jail,
    'filter.d/f.conf': '[Definition]\nmaxlines = 9\nfailregex = of the filter\n_helper = x\n',
    'action.d/b.conf': '[Definition]\n',
  });
  expect(lines).toEqual([
    "['add', 'j', 'polling']",
    "['set', 'j', 'usedns', 'raw']",
    "['set', 'j', 'prefregex', 'p']",
    "['set', 'j', 'maxlines', 3]",
    "['set', 'j', 'addignoreregex', 'i']",
    "['multi-set', 'j', 'addfailregex', ['r1', 'r2']]",
    "['set', 'j', 'datepattern', 'd']",
    "['set', 'j', 'addjournalmatch', 'A=1']",
    "['set', 'j', 'maxretry', 5]",
    "['set', 'j', 'maxmatches', 7]",
    "['set', 'j', 'findtime', '10m']",
    "['set', 'j', 'bantime', '1h']",
    "['set', 'j', 'bantime.increment', True]",
    "['set', 'j', 'bantime.factor', '2']",
    "['set', 'j', 'bantime.formula', 'f']",
    "['set', 'j', 'bantime.multipliers', '1 2']",
    "['set', 'j', 'bantime.maxtime', '1w']",
    "['set', 'j', 'bantime.rndtime', '5m']",
    "['set', 'j', 'bantime.overalljails', True]",
    "['set', 'j', 'ignorecommand', 'x y']",
    "['set', 'j', 'ignoreself', False]",
    "['set', 'j', 'addignoreip', '127.0.0.1/8', '::1', '10.0.0.1']",
    "['set', 'j', 'ignorecache', 'key=\"<ip>\"']",
    "['set', 'j', 'logtimezone', 'UTC']",
    "['set', 'j', 'logencoding', 'utf-8']",
    "['set', 'j', 'addlogpath', '/var/log/a.log', 'head']",
    "['set', 'j', 'addlogpath', '/var/log/b', 'c.log']",
    "['set', 'j', 'addlogpath', '/var/log/*.log', 'tail']",
    "['set', 'j', 'addaction', 'b']",
    "['multi-set', 'j', 'action', 'b', [['name', 'j'], ['actname', 'b']]]",
    "['start', 'j']",
  ]);
});

test.each<readonly [string, string, readonly string[]]>([
  ['nothing set', '', ["['add', 'j', 'auto']", "['start', 'j']"]],
  [
    'log paths of the journal',
    'backend = systemd\nlogpath = /a\n',
    ["['add', 'j', 'systemd']", "['start', 'j']"],
  ],
  [
    'a number that is none',
    'maxretry = x\n',
    ["['add', 'j', 'auto']", "['set', 'j', 'maxretry', None]", "['start', 'j']"],
  ],
  [
    'an empty list',
    'ignoreip =\n',
    ["['add', 'j', 'auto']", "['set', 'j', 'addignoreip']", "['start', 'j']"],
  ],
  ['a journal match that is not closed', 'journalmatch = A="x\n', []],
  ['an option nobody knows', 'port = 22\nbantme = 1h\n', ["['add', 'j', 'auto']", "['start', 'j']"]],
])('%s', (_, jail, expected) => {
  expect(commandsOf({ 'fail2ban.conf': '[Definition]\n', 'jail.conf': `[j]\nenabled = 1\n${jail}` })).toEqual(
    expected,
  );
});

test('jails are started behind all others, those left out are not', () => {
  const lines = commandsOf({
    'fail2ban.conf': '[Definition]\n',
    'jail.conf': '[b]\nenabled = 1\n[off]\n[a]\nenabled = 1\n[bad]\nenabled = 1\nfilter = nope\n',
  });
  expect(lines).toEqual([
    "['add', 'b', 'auto']",
    "['add', 'a', 'auto']",
    `['config-error', "Jail 'bad' skipped, because of wrong configuration: Unable to read the filter 'nope'"]`,
    "['start', 'b']",
    "['start', 'a']",
  ]);
});

function daemonLines(file: string, release?: string): readonly string[] {
  return commandLines(resolveTree({ 'fail2ban.conf': file, 'jail.conf': '[a]\n' }, release));
}

test('what fail2ban.conf sets', () => {
  expect(daemonLines('[Definition]\n')).toEqual([
    "['set', 'syslogsocket', 'auto']",
    "['set', 'loglevel', 'INFO']",
    "['set', 'logtarget', '/var/log/fail2ban.log']",
    "['set', 'allowipv6', 'auto']",
    "['set', 'dbfile', '/var/lib/fail2ban/fail2ban.sqlite3']",
    "['set', 'dbpurgeage', '1d']",
  ]);
  const all = 'dbpurgeage = 2d\ndbmaxmatches = 9\nloglevel = debug\nlogtarget = SYSLOG\nother = x\n';
  expect(daemonLines(`[Definition]\n${all}[Thread]\nstacksize = 64\n`)).toEqual([
    "['set', 'thread', {'stacksize': 64}]",
    "['set', 'syslogsocket', 'auto']",
    "['set', 'loglevel', 'debug']",
    "['set', 'logtarget', 'SYSLOG']",
    "['set', 'allowipv6', 'auto']",
    "['set', 'dbfile', '/var/lib/fail2ban/fail2ban.sqlite3']",
    "['set', 'dbmaxmatches', 9]",
    "['set', 'dbpurgeage', '2d']",
  ]);
  expect(daemonLines('[Definition]\n[Thread]\nstacksize = x\n')[0]).toBe(
    "['set', 'thread', {'stacksize': None}]",
  );
  expect(daemonLines('[Definition]\n[Thread]\n')[0]).toBe("['set', 'syslogsocket', 'auto']");
});

test.each(['INFO', 'info', 'Debug', 'HEAVYDEBUG', 'MSG', 'notset', '0', '25', '٣'])(
  '%s is a log level',
  level => {
    expect(isLogLevel(level)).toBe(true);
    expect(daemonLines(`[Definition]\nloglevel = ${level}\n`)).toContain(`['set', 'loglevel', '${level}']`);
  },
);

test.each(['', 'LOUD', '-1', '3.5', 'INFO #', '²'])('%j is none, and ends the load', level => {
  expect(isLogLevel(level)).toBe(false);
  expect(
    loadFails(resolveTree({ 'fail2ban.conf': `[Definition]\nloglevel = ${level}\n`, 'jail.conf': '' })),
  ).toBe(true);
});
