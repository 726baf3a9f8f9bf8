import { jailFile, reasonsOf, type Tree } from './predict';

const cases: Readonly<Record<string, [tree: Tree, reasons: readonly string[], release?: string]>> = {
  'the unit of a time': [
    { 'jail.conf': jailFile('test', 'bantime = 24hrs') },
    ['value/bad-time jail.conf:3:13 hrs'],
  ],
  'the third line of a failregex': [
    { 'filter.d/test.conf': '[Definition]\nfailregex = ^a <HOST>\n  ^b <HOST>\n    ^c (<HOST>\n' },
    ['filter/bad-regex filter.d/test.conf:4:8 ('],
  ],
  'an included file': [
    {
      'filter.d/test.conf': '[INCLUDES]\nbefore = part.conf\n[Definition]\nfailregex = %(prefix)s <HOST>\n',
      'filter.d/part.conf': '[DEFAULT]\nprefix = ^x [z-a]\n',
    },
    ['filter/bad-regex filter.d/part.conf:2:14 z-a'],
  ],
  'a value in [DEFAULT]': [
    { 'jail.local': '[DEFAULT]\nmaxretry = three\n' },
    ['value/wrong-type jail.local:2:12 three'],
  ],
  'an empty value': [{ 'jail.local': '[test]\nbantime =\n' }, ['value/bad-time jail.local:2:9 =']],
  'every refusal, in the order of the commands': [
    { 'jail.conf': jailFile('test', 'bantime = x\nmaxretry = y\nlogencoding = z') },
    [
      'value/wrong-type jail.conf:4:12 y',
      'value/bad-time jail.conf:3:11 x',
      'value/unknown-choice jail.conf:5:15 z',
    ],
  ],
  'one word of ignoreip': [
    { 'jail.conf': jailFile('test', 'ignoreip = 127.0.0.1/8 10.0.0.0/abc') },
    ['value/bad-address jail.conf:3:32 /abc'],
  ],
  'a position word': [
    { 'jail.conf': jailFile('test', 'logpath = /a\n  /b, /c') },
    ['log/paths-on-one-line jail.conf:4:7 /c'],
  ],
  'a field of a date': [
    { 'jail.conf': jailFile('test', 'datepattern = %%Y\n  %%Y-%%Q') },
    ['filter/bad-datepattern jail.conf:4:7 %%Q'],
  ],
  'a multiplier': [
    { 'jail.conf': jailFile('test', 'bantime.multipliers = 1 2 x') },
    ['value/bad-bantime-formula jail.conf:3:27 x'],
  ],
  'one argument of ignorecache': [
    { 'jail.conf': jailFile('test', 'ignorecache = key=x, max-count=many') },
    ['value/bad-ignorecache jail.conf:3:32 many'],
  ],
  'a filter that does not exist': [
    { 'jail.conf': jailFile('test', 'filter = tset') },
    ['jail/filter-not-found jail.conf:3:10 tset'],
  ],
  'malformed arguments': [
    { 'jail.conf': jailFile('test', 'filter = test[mode aggressive]') },
    ['filter/bad-arguments jail.conf:3:15 mode aggressive'],
  ],
  'the second of two actions': [
    { 'jail.conf': jailFile('test', 'action = dummy\n  dummy') },
    ['action/duplicate jail.conf:4:3 dummy'],
  ],
  'a percent sign': [
    { 'jail.conf': jailFile('test', 'ignorecommand = a % b') },
    ['syntax/percent-not-escaped jail.conf:3:19 %'],
  ],
  'a name that nothing sets': [
    { 'jail.conf': jailFile('test', 'bantime = %(nosuch)s') },
    ['syntax/undefined-interpolation jail.conf:3:11 %(nosuch)s'],
  ],
  'a doubled option': [
    { 'jail.local': '[test]\nbantime = 1\nbantime = 2\n' },
    ['syntax/duplicate-option jail.local:3:1 bantime'],
  ],
  'a log level': [
    { 'fail2ban.local': '[Definition]\nloglevel = LOUD\n' },
    ['value/unknown-choice fail2ban.local:2:12 LOUD'],
  ],
  'a jail with a name of its own kind': [
    { 'jail.conf': jailFile('--all', '') },
    ['jail/reserved-name jail.conf:1:1 [--all]'],
  ],
  'no fail2ban.conf': [
    { 'fail2ban.conf': { kind: 'directory' } },
    ['resolution/main-file-missing fail2ban.conf:1:1'],
  ],
  'a file that is not UTF-8, 1.1.1': [
    { 'jail.local': { kind: 'undecodable', head: '', byte: 0xe4, line: 1, column: 1 } },
    ['syntax/encoding jail.local:1:1'],
    '1.1.1',
  ],
  'a directory in the place of a file, 1.1.1': [
    { 'jail.local': { kind: 'directory' } },
    ['resolution/unreadable-file jail.local:1:1'],
    '1.1.1',
  ],
  'a circle of includes fail2ban does not notice': [
    {
      'filter.d/test.conf': '[INCLUDES]\nbefore = ../filter.d/test.conf\n[Definition]\nfailregex = <HOST>\n',
      'filter.d/../filter.d/test.conf': '[INCLUDES]\nbefore = ../filter.d/test.conf\n',
    },
    ['resolution/include-cycle filter.d/test.conf:2:10 ../filter.d/test.conf'],
  ],
  'the word of a journalmatch': [
    { 'jail.conf': jailFile('test', 'backend = systemd\njournalmatch = A=b + x.service') },
    ['log/bad-journalmatch jail.conf:4:22 x.service'],
  ],
  'a refused prefregex is one reason': [
    { 'filter.d/test.conf': '[Definition]\nprefregex = (\nfailregex = x\n' },
    ['filter/bad-regex filter.d/test.conf:2:13 ('],
  ],
  'a refused factor is one reason': [
    { 'jail.conf': jailFile('test', 'bantime.factor = x\nbantime.maxtime = 1d') },
    ['value/bad-bantime-formula jail.conf:3:18 x'],
  ],
  'a mode that the filter does not have stands where it is set': [
    {
      'filter.d/test.conf': '[Definition]\nmdre-normal = ^x <HOST>\nfailregex = <mdre-<mode>>\n',
      'jail.conf': jailFile('test', 'filter = test[mode=%(mode)s]'),
      'jail.local': '[test]\nmode = normaal\n',
    },
    ['filter/mode-unknown jail.local:2:8 normaal'],
  ],
  'a filter that is there and not UTF-8': [
    { 'filter.d/test.conf': { kind: 'undecodable', head: '', byte: 0xe4, line: 3, column: 2 } },
    ['syntax/encoding filter.d/test.conf:3:2'],
  ],
  'an action that is a directory': [
    { 'action.d/dummy.conf': { kind: 'directory' } },
    ['resolution/unreadable-file action.d/dummy.conf:1:1'],
  ],
  'a jail named like no filter stands at its header': [
    {
      'jail.conf': `[DEFAULT]\nfilter = %(__name__)s\n${jailFile('test', '')}`,
      'jail.local': '[tset]\nenabled = true\n',
    },
    ['jail/filter-not-found jail.local:1:1 [tset]'],
  ],
  'what is put behind a sound value from elsewhere': [
    {
      'jail.conf': `[DEFAULT]\nbasis = auto\n${jailFile('test', '')}`,
      'jail.local': '[test]\nbackend = %(basis)s # as above\nfindtime = %(minutes)ss\nminutes = 10m\n',
    },
    ['value/unknown-choice jail.local:2:20  # as above', 'value/bad-time jail.local:3:23 s'],
  ],
};

test.each(Object.entries(cases))('%s', (_, [tree, reasons, release]) => {
  expect(reasonsOf(tree, release)).toEqual(reasons);
});
