import { checkFailregex, type FailregexOptions } from '../../src/regex/failregex';

const kind = 'failregex';

const judged: [text: string, options: FailregexOptions, verdict: string][] = [
  ['^from <HOST>$', { kind }, 'taken'],
  ['^from (?P<host>\\S+)$', { kind }, 'no-failure-id 0-20'],
  ['^from <host>$', { kind }, 'no-failure-id 0-13'],
  ['^from <F-ALT_ID>a</F-ALT_ID>$', { kind }, 'no-failure-id 0-29'],
  ['^from (?P<ip4>a)$', { kind }, 'taken'],
  ['^from <F-MLFID>a</F-MLFID>$', { kind }, 'taken'],
  ['^from a$', { kind, prefregexHasFailureId: true }, 'taken'],
  ['^from a$', { kind: 'ignoreregex' }, 'taken'],
  ['^<F-CONTENT>.+</F-CONTENT>$', { kind: 'prefregex' }, 'taken'],
  ['', { kind }, 'empty-regex 0-0'],
  [' \n', { kind: 'ignoreregex' }, 'empty-regex 0-2'],
  ['', { kind: 'prefregex' }, 'taken'],
  [' ', { kind: 'prefregex' }, 'empty-regex 0-1'],
  ['<HOST> (', { kind }, 'unterminated-group 7-8'],
  ['<HOST> and <ADDR>', { kind }, 'duplicate-group 11-17'],
  ['<DNS> and <HOST>', { kind, useDns: 'no' }, 'taken'],
  ['<DNS> and <HOST>', { kind, useDns: 'yes' }, 'duplicate-group 10-16'],
  ['<HOST> <F-USER>.*', { kind }, 'unterminated-group 7-15'],
  ['(?<=<HOST>)a', { kind }, 'variable-look-behind 0-11'],
  ['<HOST>((?i)ab)', { kind }, 'taken'],
  ['<HOST>((?i)ab)', { kind, localFlags: false }, 'flags-not-at-start 7-11'],
  ['<HOST>((?i)ab)', { kind, localFlags: false, python: '3.9' }, 'taken'],
  ['<HOST>((?i)a[)', { kind }, 'unterminated-class 12-13'],
  ['<HOST>(?i)', { kind, python: '3.10' }, 'taken'],
  ['<HOST> *+', { kind, python: '3.9' }, 'multiple-repeat 8-9'],
];
test.each(judged)('%j %o: %s', (text, options, verdict) => {
  const checked = checkFailregex(text, options);
  expect(checked.ok ? 'taken' : `${checked.code} ${checked.start}-${checked.end}`).toBe(verdict);
});

test('groups stand where their tags stand', () => {
  const checked = checkFailregex('(a)<HOST>', { kind });
  expect(checked).toMatchObject({
    ok: true,
    hasFailureId: true,
    groups: [
      { number: 1, name: null, start: 0, end: 3 },
      { number: 2, name: 'ip4', start: 3, end: 9 },
      { number: 3, name: 'ip6', start: 3, end: 9 },
      { number: 4, name: 'dns', start: 3, end: 9 },
    ],
  });
});

test('a multi-line failregex gets the flag m', () => {
  const flags = (options: FailregexOptions) => {
    const checked = checkFailregex('^<HOST>', options);
    return checked.ok && [...checked.expanded!.regex.flags];
  };
  expect(flags({ kind, maxlines: 2 })).toEqual(['m']);
  expect(flags({ kind, maxlines: 1 })).toEqual([]);
  expect(flags({ kind: 'ignoreregex', maxlines: 2 })).toEqual([]);
});

test('the tree of the expanded text leads back to the text as written', () => {
  const text = 'a<HOST>b{2}';
  const checked = checkFailregex(text, { kind });
  if (!checked.ok) throw new Error(checked.message);
  const [branch] = checked.expanded!.regex.tree.branches;
  const parts = branch!.items
    .map(item => checked.toSource(item))
    .map(({ start, end }) => text.slice(start, end));
  expect(parts).toEqual(['a', '<HOST>', 'b{2}']);
});

const messages: [text: string, message: string][] = [
  ['<HOST> <F-USER>a', '<F-USER> has no </F-USER> that closes it'],
  ['<HOST> <F-USER>a</F-USER></F-USER>', '</F-USER> closes nothing here'],
  ['<HOST> <HOST>', '<HOST> is or contains a second group named "ip4": each name may be used once'],
  ['<F-A-B>a</F-A-B>', '<F-A-B>: "a-b" is no name or number for a group: letters, digits and _ only'],
  ['[<HOST>]', "<HOST> can't stand here: fail2ban puts a regular expression in its place"],
  ['(?P<HOST>a)', "<HOST> can't stand here: fail2ban puts a regular expression in its place"],
  ['(<HOST>', 'this ( has no ) that closes it: write \\( for a parenthesis'],
  ['<HOST> (?<user>a)', 'Python has no group of the kind (?<u: write (?P<name>…) for a named group'],
  ['<HOST> (?i)a', '(?i) must stand at the very start: here write (?i:…)'],
];
test.each(messages)('%s is explained: %s', (text, message) => {
  expect(checkFailregex(text, { kind })).toMatchObject({ ok: false, message });
});
