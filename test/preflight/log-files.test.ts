import { jailFile, predict, reasonsOf, type Tree } from './predict';

const second = '[second]\nenabled = true\nfilter = test\nlogpath = /y\naction = dummy\n';
const jail = (options: string, others = ''): Tree => ({ 'jail.conf': jailFile('test', options) + others });
const withMatch = { 'filter.d/test.conf': '[Definition]\nfailregex = ^x <HOST>$\njournalmatch = A=1\n' };

const cases: Readonly<
  Record<string, [tree: Tree, files: readonly string[], expected: string, release?: string]>
> = {
  'the file is there': [jail(''), ['/x'], 'up test:up'],
  'it is not': [jail(''), ['/y'], 'down'],
  'one of two': [jail('logpath = /a\n  /b*'), ['/bc'], 'up test:up'],
  'one of two is a directory': [jail('logpath = /a\n  /b*'), ['/b/c', '/a'], 'down'],
  'of another jail': [jail('', second), ['/x'], 'down'],
  'the journal': [jail('backend = systemd[journalflags=1]'), [], 'up test:up'],
  'the journal in capitals, for which fail2ban looks for files all the same': [
    jail('backend = SYSTEMD'),
    [],
    'down',
  ],
  'no logpath at all': [{ 'jail.conf': '[test]\nenabled = true\nfilter = test\n' }, [], 'up test:up'],
  'a disabled jail': [jail('', '[off]\nfilter = test\nlogpath = /y\n'), ['/x'], 'up test:up'],
  'what is no place to start from, behind a path that is there': [
    jail('logpath = /x\n  /b later'),
    ['/x', '/b'],
    'down',
  ],
  'the same behind one that is not, which is not sent': [
    jail('logpath = /x\n  /b later'),
    ['/x'],
    'up test:up',
  ],
  'before 1.1.1 nothing else is tried': [
    jail('journalmatch = A=1\nskip_if_nologs = yes'),
    [],
    'down',
    '1.1.0',
  ],
  'the journal in its place': [jail('journalmatch = A=1'), [], 'up test:up', '1.1.1'],
  'the match of the filter alone': [{ ...jail(''), ...withMatch }, [], 'down', '1.1.1'],
  'a backend that is not auto': [jail('backend = polling\njournalmatch = A=1'), [], 'down', '1.1.1'],
  'the journal not wanted': [jail('journalmatch = A=1\nsystemd_if_nologs = no'), [], 'down', '1.1.1'],
  'leave to skip': [jail('skip_if_nologs = yes', second), ['/y'], 'up test:skipped second:up', '1.1.1'],
  'leave to skip the only one': [jail('skip_if_nologs = yes'), [], 'nothing test:skipped', 'master'],
};

test.each(Object.entries(cases))('%s', (_, [tree, files, expected, release]) => {
  const { verdict, jails, reasons } = predict(tree, release, { 'log-files': files });
  expect([verdict, ...[...jails].map(each => each.join(':'))].join(' ')).toBe(expected);
  expect(reasons.length > 0).toBe(verdict === 'down' || [...jails.values()].includes('skipped'));
  // without the fact every file is there
  expect(predict(tree, release).reasons.filter(each => each.code === 'log-file-missing')).toEqual([]);
});

test('the place is the path itself, else where an admin leads to it', () => {
  const facts = { 'log-files': [] };
  const dropIn = (text: string) =>
    reasonsOf({ 'jail.conf': jailFile('test', 'log = /x'), ...{ 'jail.local': text } }, '1.0', facts);
  expect(dropIn('[DEFAULT]\nmine = /a\n  /b\n[test]\nlogpath = /var/log/%(mine)s\n')).toEqual([
    'log/file-missing jail.local:5:11 /var/log/',
  ]);
  expect(dropIn('[test]\nlogpath =\n  /a tail\n  /b\n')).toEqual(['log/file-missing jail.local:3:3 /a']);
  expect(dropIn('[test]\nlogpath = %(log)s\n')).toEqual(['log/file-missing jail.local:2:11 %(log)s']);
  expect(dropIn('[test]\nbantime = 1h\n')).toEqual(['log/file-missing jail.local:1:1 [test]']);
  expect(dropIn('[DEFAULT]\nenabled = true\n')).toEqual(['log/file-missing jail.conf:1:1 [test]']);
});
