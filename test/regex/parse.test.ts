import { parseRegex } from '../../src/regex/parse';
import type { PythonName } from '../../src/regex/python-version';

const refusal = (text: string, python: PythonName = '3.11') => {
  const result = parseRegex(text, { python });
  return result.ok ? 'taken' : `${result.error.code} at ${result.error.start}`;
};

const taken = [
  '',
  'abc',
  'a|b|',
  '()',
  '(?P<n>a)(?P=n)\\1',
  '(a)(?(1)b|c)',
  '(?P<n>a)?(?(n)b)',
  '(a(?(1)b))',
  '(?(2)a)(b)(c)',
  '(?=a)*',
  '(?:)*',
  '(?:^)*',
  'a(?#comment)*',
  '(?#a\\)b)',
  'a??b+?c*?d{2}?',
  'a*+b++c?+d{1,2}+',
  '(?>a|b)',
  'a{,3}b{2,}c{,}',
  'a{',
  'a{}',
  'a{b}',
  'a{1,2',
  '{a}',
  'a{4294967294}',
  '[]]',
  '[^]]',
  '[]-a]',
  '[a-]',
  '[-a]',
  '[\\d-]',
  '[[a]',
  '[+--]',
  '[\\b\\x41-\\x5a\\0\\377]',
  '\\0\\x41\\u0041\\U0001F600\\N{EM DASH}',
  '\\123',
  '\\é\\/\\"\\_\\😀',
  '(?i)(?m)a',
  '(?#first)(?i)a',
  '(?i:a)(?s-i:b)(?-x:c)(?a:d)',
  '(?x) a # (\n | b',
  '(?<=ab|cd)e',
  '(?<!a{3})b',
  '(ab)(?<=\\1)c',
  '(?P<été>a)',
];
test.each(taken)('Python takes %s', text => {
  expect(refusal(text)).toBe('taken');
});

const refused: [text: string, refusal: string][] = [
  ['a\\', 'trailing-backslash at 1'],
  ['a**\\', 'trailing-backslash at 3'],
  ['\\q', 'bad-escape at 0'],
  ['a[\\A]', 'bad-escape at 2'],
  ['[\\8]', 'bad-escape at 1'],
  ['\\U00110000', 'bad-escape at 0'],
  ['a\\x4', 'incomplete-escape at 1'],
  ['\\u12g4', 'incomplete-escape at 0'],
  ['a\\N', 'incomplete-escape at 3'],
  ['\\N{2}', 'unknown-character-name at 0'],
  ['\\N{}', 'missing-name at 3'],
  ['\\N{EM', 'unterminated-name at 3'],
  ['\\400', 'octal-too-large at 0'],
  ['[\\777]', 'octal-too-large at 1'],
  ['a[b', 'unterminated-class at 1'],
  ['[]', 'unterminated-class at 0'],
  ['[a-', 'unterminated-class at 0'],
  ['[z-a]', 'bad-range at 1'],
  ['[a-\\d]', 'bad-range at 1'],
  ['[\\x41-\\x30]', 'bad-range at 5'],
  ['*a', 'nothing-to-repeat at 0'],
  ['(+)', 'nothing-to-repeat at 1'],
  ['a|?', 'nothing-to-repeat at 2'],
  ['^*', 'nothing-to-repeat at 1'],
  ['\\b{2}', 'nothing-to-repeat at 2'],
  ['(?#c)*', 'nothing-to-repeat at 5'],
  ['a**', 'multiple-repeat at 2'],
  ['a{2}{3}', 'multiple-repeat at 4'],
  ['a*+?', 'multiple-repeat at 3'],
  ['ab{3,2}', 'repeat-min-above-max at 3'],
  ['a{4294967295}', 'repeat-too-large at 1'],
  ['a{1,99999999999}', 'repeat-too-large at 1'],
  ['x(a', 'unterminated-group at 1'],
  ['x(?:a|(b)', 'unterminated-group at 1'],
  ['x(?=a', 'unterminated-group at 1'],
  ['a)b', 'unbalanced-parenthesis at 1'],
  ['a(?#b', 'unterminated-comment at 1'],
  ['(?', 'unknown-extension at 2'],
  ['(?P', 'unknown-extension at 3'],
  ['a(?<n>b)', 'unknown-extension at 2'],
  ['(?|a)', 'unknown-extension at 1'],
  ['(?P>n)', 'unknown-extension at 1'],
  ['(?P<>a)', 'missing-name at 4'],
  ['(?P<n', 'unterminated-name at 4'],
  ['(?P<1>a)', 'bad-group-name at 4'],
  ['(?P<a-b>a)', 'bad-group-name at 4'],
  ['(?(0)a)', 'bad-group-name at 3'],
  ['(?(a-b)a)', 'bad-group-name at 3'],
  ['(?P<n>a)(?P<n>b)', 'duplicate-group at 12'],
  ['(?P=n)', 'unknown-group at 4'],
  ['(?(n)a)', 'unknown-group at 3'],
  ['(a)(?(2)b)', 'unknown-group at 6'],
  ['(a)\\2', 'unknown-group at 4'],
  ['(a\\1)', 'open-group at 2'],
  ['(?P<n>a(?P=n))', 'open-group at 11'],
  ['(?<=(a)\\1)', 'group-of-same-look-behind at 9'],
  ['(a)(?(1)b|c|d)', 'too-many-branches at 11'],
  ['a(?i)', 'flags-not-at-start at 1'],
  ['a|(?i)b', 'flags-not-at-start at 2'],
  ['((?i)a)', 'flags-not-at-start at 1'],
  ['(?iz)', 'bad-flags at 3'],
  ['(?i', 'bad-flags at 3'],
  ['(?L)a', 'bad-flags at 3'],
  ['(?au)a', 'bad-flags at 4'],
  ['(?i-i:a)', 'bad-flags at 5'],
  ['(?-a:b)', 'bad-flags at 4'],
  ['(?i-)a', 'bad-flags at 4'],
  ['(?a)(?u)b', 'conflicting-flags at 4'],
  ['x(?<=a*)b', 'variable-look-behind at 1'],
  ['x(?<!a|bc)d', 'variable-look-behind at 1'],
  ['(a?)(?<=\\1)', 'variable-look-behind at 4'],
  ['(?<=a{2147483648})b', 'look-behind-too-wide at 0'],
  ['😀😀*(', 'unterminated-group at 5'],
];
test.each(refused)('Python refuses %s: %s', (text, expected) => {
  expect(refusal(text)).toBe(expected);
});

const versions: [text: string, python: PythonName, refusal: string][] = [
  ['a*+', '3.10', 'multiple-repeat at 2'],
  ['a*+', '3.11', 'taken'],
  ['(?>a)', '3.10', 'unknown-extension at 1'],
  ['a(?i)', '3.10', 'taken'],
  ['a(?i)', '3.11', 'flags-not-at-start at 1'],
  ['a #(\n(?x)', '3.10', 'taken'],
  ['(?-x:(?x)a)', '3.9', 'bad-flags at 0'],
  ['\\N{SPACE}', '3.7', 'bad-escape at 0'],
  ['\\N{SPACE}', '3.8', 'taken'],
  ['(a)(?(+1)b)', '3.11', 'taken'],
  ['(a)(?(+1)b)', '3.12', 'bad-group-name at 6'],
  ['(a)(?( 1_0)b)', '3.11', 'unknown-group at 6'],
  ['(?t)a', '3.12', 'taken'],
  ['(?t)a', '3.13', 'unknown-extension at 1'],
  ['a\\z', '3.13', 'bad-escape at 1'],
  ['a\\z', '3.14', 'taken'],
  ['(?<=a{2147483648})b', '3.12', 'taken'],
];
test.each(versions)('%s in Python %s: %s', (text, python, expected) => {
  expect(refusal(text, python)).toBe(expected);
});

test('a release is given by its name or its numbers', () => {
  expect(parseRegex('a*+', { python: [3, 10] }).ok).toBe(false);
  expect(parseRegex('a*+', { python: [3, 11] }).ok).toBe(true);
});

test('flags may be given beside the text', () => {
  expect(parseRegex('a #(', { flags: 'x' }).ok).toBe(true);
  const conflict = parseRegex('(?u)a', { flags: 'a' });
  expect(conflict).toMatchObject({ ok: false, error: { code: 'conflicting-flags', start: 0, end: 4 } });
  const flags = parseRegex('(?is)a', { flags: 'm' });
  expect(flags.ok && [...flags.flags].sort()).toEqual(['i', 'm', 's']);
});

test('an error says what is wrong and how far it goes', () => {
  const message = 'a second group named "ip": each name may be used once';
  const error = { code: 'duplicate-group', message, start: 14, end: 16 };
  expect(parseRegex('(?P<ip>a) (?P<ip>b)')).toMatchObject({ ok: false, error });
  const long = parseRegex(`(?P=${'n'.repeat(5000)})`);
  expect(!long.ok && long.error.message.length).toBeLessThan(100);
});
