import { substituteTags, type TagError } from '../../src/resolve/substitute';
import { madeText } from '../../src/text/text';

type Texts = Readonly<Record<string, string>>;

/** The texts with their tags replaced; for an error what it is, the text's name and the tag. */
function substitute(texts: Texts, ignored: readonly string[] = [], elsewhere: Texts = {}): Texts | string {
  const made = new Map(Object.entries(texts).map(([name, value]) => [name, madeText(value)]));
  const found = substituteTags<TagError>(made, new Set(ignored), tag => {
    const value = Object.hasOwn(elsewhere, tag) ? elsewhere[tag] : undefined;
    return value === undefined ? undefined : { kind: 'text', text: madeText(value) };
  });
  if (found.kind === 'error') return `${found.error.kind} ${found.error.key} ${found.error.tag}`;
  return Object.fromEntries([...found.texts].map(([name, text]) => [name, text?.value ?? '']));
}

const times = (tag: string, count: number) => Array.from({ length: count }, () => tag).join('');

// Results are those of `substituteRecursiveTags` of fail2ban 1.0.2 (helpers.py).
test.each<readonly [string, Texts, Texts]>([
  ['a tag', { a: '<b>!', b: 'x' }, { a: 'x!' }],
  ['every occurrence', { a: '<b>-<b>', b: 'x' }, { a: 'x-x' }],
  ['what a tag brings', { a: '<b>', b: '<c>', c: 'x' }, { a: 'x', b: 'x' }],
  ['a text further down', { c: 'x', b: '<c>', a: '<b>' }, { a: 'x', b: 'x' }],
  ['tags in tags, from inside out', { a: '<x-<b>>', b: 'y', 'x-y': 'z' }, { a: 'z' }],
  ['a tag that comes together', { a: '<<b>', b: 'c>', c: 'x' }, { a: 'x' }],
  ['an empty text', { a: '[<b>]', b: '' }, { a: '[]' }],
  ['unknown tags', { a: '<HOST> <b>', b: 'x' }, { a: '<HOST> x' }],
  ['other cases', { a: '<B>', b: 'x' }, {}],
  ['blanks in it', { a: '<b c><d>', 'b c': 'x', d: 'y' }, { a: '<b c>y' }],
  ['other white space', { a: '<b\tc>', 'b\tc': 'x' }, { a: 'x' }],
  ['nothing in it', { a: '<>', '': 'x' }, {}],
  ['open brackets', { a: '<<<b>', b: 'x' }, { a: '<<x' }],
  ['a comparison', { a: '1 < 2 and 3>2 <b>', b: 'x' }, { a: '1 < 2 and 3>2 x' }],
  ['a name of an object', { a: '<constructor>', b: '<__proto__>' }, {}],
  [
    'one with a conditional variant',
    { a: '<b> <c>', b: '<c>', 'b?family=inet6': '<c>', c: 'x' },
    { a: '<b> x', 'b?family=inet6': 'x' },
  ],
  ['named like a regular expression', { a: '<b.c> <bxc>', 'b.c': '$&', bxc: '$1' }, { a: '$& $1' }],
])('%s', (_, texts, changed) => {
  expect(substitute(texts)).toEqual({ ...texts, ...changed });
});

test.each<readonly [string, Texts, string]>([
  ['its own tag', { a: 'x<a>' }, 'self-reference a a'],
  ['its own tag, brought by another', { a: '<b>', b: '<a>' }, 'self-reference a a'],
  ['a circle of others', { a: '<b>', b: '<c>', c: '<b>' }, 'self-reference a b'],
  ['its own tag, put together', { a: '<<b>', b: 'a>' }, 'self-reference a a'],
])('a text with %s is an error', (_, texts, error) => {
  expect(substitute(texts)).toBe(error);
});

test('one tag may be replaced 26 times in a text', () => {
  const chain = (length: number) => ({
    a: '<t1>',
    ...Object.fromEntries(
      Array.from({ length }, (_, at) => [`t${at + 1}`, at === length - 1 ? '<b>' : `<b><t${at + 2}>`]),
    ),
    b: 'x',
  });
  expect(substitute(chain(26))).toMatchObject({ a: times('x', 26) });
  expect(substitute(chain(27))).toBe('self-reference a b');
  expect(substitute({ a: times('<b>', 100), b: 'x' })).toMatchObject({ a: times('x', 100) });
});

test('ignored names are neither replaced nor looked into', () => {
  const texts = { a: '<bantime> <b>', bantime: '<b>', b: 'x' };
  expect(substitute(texts, ['bantime'])).toEqual({ a: '<bantime> x', bantime: '<b>', b: 'x' });
});

test('a tag may be found elsewhere', () => {
  const elsewhere = { 'known/x': 'old <b>', x: 'new' };
  expect(substitute({ a: '<known/x> <x>', b: 'y' }, [], elsewhere)).toEqual({ a: 'old y new', b: 'y' });
  expect(substitute({ a: '<x>', x: 'own' }, [], elsewhere)).toEqual({ a: 'own', x: 'own' });
  expect(substitute({ a: '<x>' }, ['x'], elsewhere)).toEqual({ a: '<x>' });
});

test('what cannot be found elsewhere ends it', () => {
  const error = { kind: 'error', error: 'broken' } as const;
  expect(substituteTags(new Map([['a', madeText('<x>')]]), new Set(), () => error)).toEqual(error);
});

test('a text that is not there stays away', () => {
  const found = substituteTags<never>(
    new Map([
      ['a', undefined],
      ['b', madeText('<a>')],
    ]),
    new Set(),
    () => undefined,
  );
  expect(found.kind === 'texts' && [found.texts.get('a'), found.texts.get('b')?.value]).toEqual([
    undefined,
    '<a>',
  ]);
});

test('growth beyond all measure is an error', () => {
  const laughs = Object.fromEntries(
    Array.from({ length: 9 }, (_, level) => [`l${level}`, level === 8 ? 'ha' : times(`<l${level + 1}>`, 10)]),
  );
  expect(substitute(laughs)).toMatch(/^too-large /);
  const chain = Array.from({ length: 20_000 }, (_, level) => [`t${level}`, `<t${level + 1}>`] as const);
  expect(substitute(Object.fromEntries(chain))).toMatch(/^too-large t0 /);
});

test('100,000 unknown tags are no trouble', () => {
  const tags = Array.from({ length: 100_000 }, (_, index) => `<t${index}>`).join('');
  expect(substitute({ a: tags, b: '<'.repeat(1_000_000), c: '<c'.repeat(200_000) })).toMatchObject({
    a: tags,
  });
});
