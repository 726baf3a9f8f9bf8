import { expandTags } from '../../src/regex/fail2ban-tags';
import { localizeFlags } from '../../src/regex/local-flags';
import { parseRegex } from '../../src/regex/parse';
import { sourceSpan } from '../../src/regex/rewrite';

const names = (text: string, useDns = 'warn') => {
  const result = parseRegex(expandTags(text, useDns).text);
  return result.ok ? result.groups.map(({ name }) => name).join(' ') : result.error.code;
};

const tags: [text: string, groups: string][] = [
  ['<HOST>', 'ip4 ip6 dns'],
  ['<ADDR>', 'ip4 ip6'],
  ['<F-ADDR/>', 'ip4 ip6'],
  ['<IP4>', 'ip4'],
  ['<F-IP6/>', 'ip6'],
  ['<DNS>', 'dns'],
  ['<ADDR>/<CIDR>', 'ip4 ip6 cidr'],
  ['<SUBNET>', 'ip4 ip6 cidr'],
  ['<F-ID/>', 'fid'],
  ['<F-ID>a</F-ID>', 'fid'],
  ['<F-PORT/>', 'fport'],
  ['<F-PORT>a</F-PORT>', 'fport'],
  ['<F-USER>a</F-USER>', 'user'],
  ['<F-ALT_USER1>a</F-ALT_USER1>', 'alt_user1'],
  ['<F-USER><F-MLFID>a</F-MLFID></F-USER>', 'user mlfid'],
  ['a<SKIPLINES>b<SKIPLINES>', 'skiplines0 skiplines1'],
  ['<host> <IP> <F-USER/> </F-USER> <f-id> <lname>', ''],
  ['<F-A-B>a</F-A-B>', 'bad-group-name'],
  ['<F-USER>a', 'unterminated-group'],
  ['<F-USER>a</F-USER></F-USER>', 'unbalanced-parenthesis'],
  ['<HOST> <ADDR>', 'duplicate-group'],
  ['<HOST>*', 'ip4 ip6 dns'],
  ['<ADDR>*', 'multiple-repeat'],
  ['<ADDR>+', 'ip4 ip6'],
];
test.each(tags)('%s gives the groups %s', (text, expected) => {
  expect(names(text)).toBe(expected);
});

test('without DNS <HOST> is an address', () => {
  expect(names('<HOST>', 'no')).toBe('ip4 ip6');
  expect(names('<HOST>', 'raw')).toBe('ip4 ip6 dns');
});

const addresses = [
  '192.0.2.1',
  '::ffff:192.0.2.1',
  '2001:db8::1',
  '::1',
  '::',
  '[2001:db8::1]',
  '1:2:3:4:5:6:7:8',
  'mail.example.com',
];
test.each(addresses)('<HOST> matches %s', address => {
  const host = new RegExp(`^${expandTags('<HOST>', 'warn').text.replaceAll('(?P<', '(?<')}$`);
  expect(address).toMatch(host);
});

test('places in the expanded text lead back', () => {
  const text = 'a<HOST>bc<F-USER>d</F-USER>e';
  const expanded = expandTags(text, 'warn');
  const back = (part: string) => {
    const start = expanded.text.indexOf(part);
    const span = sourceSpan(expanded, { start, end: start + part.length });
    return text.slice(span.start, span.end);
  };
  expect(back('a')).toBe('a');
  expect(back('ip6')).toBe('<HOST>');
  expect(back('bc')).toBe('bc');
  expect(back('user')).toBe('<F-USER>');
  expect(back('d)')).toBe('d</F-USER>');
  expect(back(')e')).toBe('</F-USER>e');
  const end = expanded.text.length;
  expect(sourceSpan(expanded, { start: end, end })).toEqual({ start: text.length, end: text.length });
});

const flags: [text: string, local: string][] = [
  ['((?i)ab)', '(?i:ab)'],
  ['x(?:(?is)ab)', 'x(?is:ab)'],
  ['(((?i)a)((?s)b))', '((?i:a)(?s:b))'],
  ['(?i)a', '(?i)a'],
  ['((?i:a))', '((?i:a))'],
  ['\\((?i)a)', '\\((?i)a)'],
  ['((?L)a)', '((?L)a)'],
  ['[((?i)]', '[(?i:]'],
];
test.each(flags)('%s becomes %s', (text, local) => {
  expect(localizeFlags(text).text).toBe(local);
});

test('places behind local flags lead back', () => {
  const text = 'x((?i)ab)';
  const local = localizeFlags(text);
  const place = (part: string) =>
    sourceSpan(local, { start: local.text.indexOf(part), end: local.text.indexOf(part) + 1 });
  expect(place('?')).toEqual({ start: 3, end: 4 });
  expect(place(':')).toEqual({ start: 5, end: 6 });
  expect(place('b')).toEqual({ start: 7, end: 8 });
});
