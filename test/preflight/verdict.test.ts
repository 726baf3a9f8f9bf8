import { jailFile, predict, type Tree } from './predict';

const second = '[second]\nenabled = true\nfilter = test\nlogpath = /y\n';

const cases: Readonly<
  Record<string, [tree: Tree, verdict: string, jails: Record<string, string>, release?: string]>
> = {
  'a sound tree': [{}, 'up', { test: 'up' }],
  'no jail enabled': [{ 'jail.conf': '[test]\nfilter = nosuch\n' }, 'nothing', {}],
  'no files at all': [{ 'jail.conf': { kind: 'directory' } }, 'nothing', {}],
  'no jail files, 1.1.1': [{ 'jail.conf': { kind: 'directory' } }, 'down', {}, '1.1.1'],
  'a missing filter, another jail': [
    { 'jail.conf': jailFile('test', 'filter = nosuch') + second },
    'up',
    { test: 'skipped', second: 'up' },
  ],
  'a missing filter, no other jail': [{ 'jail.conf': jailFile('test', 'filter = nosuch') }, 'down', {}],
  'a missing action, another jail': [
    { 'jail.conf': jailFile('test', 'action = nosuch') + second },
    'up',
    { test: 'skipped', second: 'up' },
  ],
  'a missing Python action, another jail': [
    { 'jail.conf': jailFile('test', 'action = nosuch.py') + second },
    'down',
    {},
  ],
  'malformed arguments, another jail': [
    { 'jail.conf': jailFile('test', 'filter = test[x') + second },
    'up',
    { test: 'skipped', second: 'up' },
  ],
  'malformed arguments, 0.11': [
    { 'jail.conf': jailFile('test', 'filter = test[x=1 "y"]') },
    'up',
    { test: 'up' },
    '0.11',
  ],
  'a bad value in a jail, another jail': [
    { 'jail.conf': jailFile('test', 'bantime = x') + second },
    'down',
    {},
  ],
  'a syntax error in a filter in use': [{ 'filter.d/test.conf': '[Definition]\nx\n' }, 'down', {}],
  'a syntax error in a filter out of use': [
    { 'filter.d/other.conf': '[Definition]\nx\n' },
    'up',
    { test: 'up' },
  ],
  'a loop of tags': [
    { 'filter.d/test.conf': '[Definition]\nfailregex = <a> <HOST>\na = <b>\nb = <a>\n' },
    'down',
    {},
  ],
  'no filter, no action': [{ 'jail.conf': jailFile('test', 'filter =\naction =') }, 'up', { test: 'up' }],
  'no [Definition] in the filter': [{ 'filter.d/test.conf': '[Init]\n' }, 'up', { test: 'up' }],
  'no [Definition] in the filter, 0.11': [{ 'filter.d/test.conf': '[Init]\n' }, 'down', {}, '0.11'],
  'no [Definition] in fail2ban.conf': [{ 'fail2ban.conf': '[Thread]\n' }, 'down', {}],
  'gamin up to 1.0': [{ 'jail.conf': jailFile('test', 'backend = gamin') }, 'up', { test: 'up' }],
  'gamin from 1.1.0': [{ 'jail.conf': jailFile('test', 'backend = gamin') }, 'down', {}, '1.1.0'],
  'a mask behind a name up to 1.0': [{ 'jail.conf': jailFile('test', 'ignoreip = a/b') }, 'down', {}],
  'a mask behind a name from 1.1.0': [
    { 'jail.conf': jailFile('test', 'ignoreip = a/b') },
    'up',
    { test: 'up' },
    '1.1.0',
  ],
  'a netmask with gaps from 1.1.0': [
    { 'jail.conf': jailFile('test', 'ignoreip = 10.0.0.0/255.0.255.0') },
    'down',
    {},
    '1.1.0',
  ],
  'a file of addresses in 1.1.1': [
    { 'jail.conf': jailFile('test', 'ignoreip = file:/x') },
    'up',
    { test: 'up' },
    '1.1.1',
  ],
  'a parameter named date up to 1.1.0': [
    { 'jail.conf': jailFile('test', 'filter = test[date=x]') },
    'down',
    {},
    '1.1.0',
  ],
  'a parameter named date from 1.1.1': [
    { 'jail.conf': jailFile('test', 'filter = test[date=x]') },
    'up',
    { test: 'up' },
    '1.1.1',
  ],
  'maxlines that is no number': [{ 'jail.conf': jailFile('test', 'maxlines = x') }, 'up', { test: 'up' }],
  'maxlines that is no number, 0.11': [{ 'jail.conf': jailFile('test', 'maxlines = x') }, 'down', {}, '0.11'],
  'no log file': [{ 'jail.conf': jailFile('test', 'logpath =') }, 'down', {}],
  'no log file, journal instead': [
    { 'jail.conf': jailFile('test', 'logpath =\njournalmatch = A=b') },
    'up',
    { test: 'up' },
    '1.1.1',
  ],
  'no log file, jail given up': [
    { 'jail.conf': jailFile('test', 'logpath =\nskip_if_nologs = true') },
    'nothing',
    { test: 'skipped' },
    '1.1.1',
  ],
  'a condition in the arguments of an action, 1.1.1': [
    { 'jail.conf': jailFile('test', 'action = dummy[a=1, a?family=inet6=2]') },
    'up',
    { test: 'up' },
    '1.1.1',
  ],
  'the same, 1.1.0': [
    { 'jail.conf': jailFile('test', 'action = dummy[a=1, a?family=inet6=2]') },
    'down',
    {},
    '1.1.0',
  ],
  'a failregex that prefregex helps': [
    { 'filter.d/test.conf': '[Definition]\nprefregex = ^<F-ID>x</F-ID>\nfailregex = y\n' },
    'up',
    { test: 'up' },
  ],
  'two <HOST> where usedns says no names': [
    { 'jail.conf': jailFile('test', 'usedns = no\nfailregex = <HOST>|<DNS>') },
    'up',
    { test: 'up' },
  ],
  'the same with names': [{ 'jail.conf': jailFile('test', 'failregex = <HOST>|<DNS>') }, 'down', {}],
};

test.each(Object.entries(cases))('%s', (_, [tree, verdict, jails, release]) => {
  const result = predict(tree, release);
  expect({ verdict: result.verdict, jails: Object.fromEntries(result.jails) }).toEqual({ verdict, jails });
  const mustExplain = verdict === 'down' || Object.values(jails).includes('skipped');
  expect(result.reasons.length > 0).toBe(mustExplain);
});
