import { checkFailregex } from '../../src/regex/failregex';
import { parseRegex } from '../../src/regex/parse';
import { processorTime } from '../processor-time';

const nested = (opening: string, depth: number) => `${opening.repeat(depth)}a${')'.repeat(depth)}`;

const depths: [opening: string, deepest: number][] = [
  ['(', 485],
  ['(?:', 485],
  ['(?=', 485],
  ['(?(1)', 971],
];
test.each(depths)('fail2ban follows %s to a depth of %d', (opening, deepest) => {
  const kind = 'failregex';
  expect(checkFailregex(`<IP4>${nested(opening, deepest)}`, { kind }).ok).toBe(true);
  const tooDeep = checkFailregex(`<IP4>${nested(opening, deepest + 1)}`, { kind });
  expect(tooDeep).toMatchObject({ code: 'too-deep', start: 5 + deepest * opening.length });
  expect(checkFailregex(`<IP4>${nested(opening, 10_000)}`, { kind })).toMatchObject({ code: 'too-deep' });
});

test('an ignoreregex may be one group deeper, as fail2ban makes one call less', () => {
  expect(checkFailregex(nested('(', 486), { kind: 'ignoreregex' }).ok).toBe(true);
  expect(checkFailregex(nested('(', 487), { kind: 'ignoreregex' }).ok).toBe(false);
});

const LENGTH = 1 << 20;
const long = [
  'a',
  '[a-z]',
  '[',
  '{1',
  '{1,',
  '(?#',
  '(?P<',
  '\\x41',
  '<HOST',
  '<F-A>',
  '((?i)',
  'a|',
  '((',
  ' #',
  '\0',
  '\ud800',
];
test.each(long)('a megabyte of %j gets an answer', piece => {
  const text = piece.repeat(LENGTH / piece.length);
  const started = processorTime();
  const checked = checkFailregex(text, { kind: 'failregex' });
  expect(checked.ok).toBe(false);
  // Generous: what is quadratic takes minutes.
  expect(processorTime() - started).toBeLessThan(10_000);
});

test('a number of any length is no number of times', () => {
  expect(parseRegex(`a{${'9'.repeat(LENGTH)}}`)).toMatchObject({ error: { code: 'repeat-too-large' } });
  expect(parseRegex(`a{${'0'.repeat(4301)}1}`)).toMatchObject({ error: { code: 'repeat-too-large' } });
});
