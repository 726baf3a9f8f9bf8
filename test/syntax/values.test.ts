import { parse } from '../../src/syntax/parse';

type Sections = Readonly<Record<string, Readonly<Record<string, string>>>>;

function sectionsOf(text: string): Sections {
  const { sections, problems } = parse(text);
  expect(problems).toEqual([]);
  return Object.fromEntries(
    sections.map(({ name, options }) => [name, Object.fromEntries(options.map(o => [o.key, o.value]))]),
  );
}

// Every expectation is what fail2ban's parser gives under Python 3.11.
const cases: Readonly<Record<string, Readonly<Record<string, Sections>>>> = {
  'line ends': {
    '[a]\r\nk = v\r\nl = w\r\n': { a: { k: 'v', l: 'w' } },
    '[a]\rk = v\rl = w': { a: { k: 'v', l: 'w' } },
    '[a]\n\rk = v\n': { a: { k: 'v' } },
    '[a]\nk = v\u2028l = w\n': { a: { k: 'v\u2028l = w' } },
    '[a]\nk = v\x85l = w\fm = x\vn = y\n': { a: { k: 'v\x85l = w\fm = x\vn = y' } },
    '[a]\nk = v\x1cl\x1dm\x1en\n': { a: { k: 'v\x1cl\x1dm\x1en' } },
    '[a]\nk = v': { a: { k: 'v' } },
    '': {},
  },
  'inline comments': {
    '[a]\nk = v ; c\n': { a: { k: 'v' } },
    '[a]\nk = v\t;c\n': { a: { k: 'v' } },
    '[a]\nk = v\u00a0;c\n': { a: { k: 'v' } },
    '[a]\nk = v;c\n': { a: { k: 'v;c' } },
    '[a]\nk = v; c\n': { a: { k: 'v; c' } },
    '[a]\nk = v\\; c\n': { a: { k: 'v\\; c' } },
    '[a]\nk = v;w ; c\n': { a: { k: 'v;w' } },
    '[a]\nk = v # c\n': { a: { k: 'v # c' } },
    '[a]\nk = "v ; w"\n': { a: { k: '"v' } },
    '[a]\nk = ; c\n': { a: { k: '' } },
    '[a]\nk =; c\n': { a: { k: '; c' } },
    '[a] ; c\nk = v\n': { a: { k: 'v' } },
    '[a]\nfailregex = ^x <HOST> ; y$\n  ^z ; w\n': { a: { failregex: '^x <HOST>\n^z' } },
  },
  'comment lines': {
    '; c\n# c\n[a]\n ;c\n\t#c = d\nk = v\n': { a: { k: 'v' } },
    '[a]\nk = v\n# c\n  w\n': { a: { k: 'v\nw' } },
    '[a]\nk = v\n  # c\n  w\n': { a: { k: 'v\nw' } },
    '[a]\nk = v\n  w\n; c\n  x\n': { a: { k: 'v\nw\nx' } },
    '[a]\n  k = v\n# c\n l = w\n': { a: { k: 'v', l: 'w' } },
    '[a]\nk = v\n  #\n\n  w': { a: { k: 'v\n\nw' } },
  },
  'empty lines': {
    '[a]\nk = v\n\n  w\n': { a: { k: 'v\n\nw' } },
    '[a]\nk = v\n \t\n  w\n\n\n': { a: { k: 'v\n\nw' } },
    '[a]\nk =\n  v\n': { a: { k: '\nv' } },
    '[a]\nk =\n\n  v\n': { a: { k: '\n\nv' } },
    '[a]\nk = v\n\nl = w\n': { a: { k: 'v', l: 'w' } },
    '[a]\nk = v\n  ; c\n  w\n': { a: { k: 'v\nw' } },
    '[a]\nk =\n\n\n': { a: { k: '' } },
    '[a]\n\n  k = v\n': { a: { k: 'v' } },
  },
  indentation: {
    '[a]\nk = v\n l = w\n': { a: { k: 'v\nl = w' } },
    '[a]\nk = v\n [b]\nl = w\n': { a: { k: 'v\n[b]', l: 'w' } },
    '[a]\n  k = v\n  l = w\n': { a: { k: 'v', l: 'w' } },
    '[a]\n  k = v\n l = w\n': { a: { k: 'v', l: 'w' } },
    '[a]\n  k = v\n l = w\n  m = x\n': { a: { k: 'v', l: 'w\nm = x' } },
    '[a]\n\tk = v\n  l = w\n': { a: { k: 'v\nl = w' } },
    '[a]\n  k = v\n\tl = w\n': { a: { k: 'v', l: 'w' } },
    '[a]\nk = v\n\u00a0w\n': { a: { k: 'v\nw' } },
    '[a]\nk = v\n\fw\n': { a: { k: 'v\nw' } },
    ' [a]\n  k = v\n   w\n': { a: { k: 'v\nw' } },
    '[a]\nk = v\n[b]\n  l = w\n': { a: { k: 'v' }, b: { l: 'w' } },
    '[a]\nk = v\n\n l = w\n': { a: { k: 'v\n\nl = w' } },
  },
  headers: {
    '[a] junk\nk = v\n': { a: { k: 'v' } },
    '[a]b]\nk = v\n': { 'a]b': { k: 'v' } },
    '[a] k = [v]\n': { 'a] k = [v': {} },
    '[ a ]\n': { ' a ': {} },
    '[]]\n': { ']': {} },
    '[[]\n': { '[': {} },
    '[a;b]\n[c] ;d]\n': { 'a;b': {}, c: {} },
    '[a]\n[a ]\n[A]\n': { a: {}, 'a ': {}, A: {} },
    '[a]\n[b = c\n': { a: { '[b': 'c' } },
    '[a]\n[] = c\n': { a: { '[]': 'c' } },
    '[default]\nk = v\n[includes]\nl = w\n': { default: { k: 'v' }, includes: { l: 'w' } },
    '[__proto__]\nconstructor = v\n': { ['__proto__']: { constructor: 'v' } },
    '[ümläut 日本]\nk = v\n': { 'ümläut 日本': { k: 'v' } },
  },
  keys: {
    '[a]\nk=v\nl:w\nm : x\n': { a: { k: 'v', l: 'w', m: 'x' } },
    '[a]\nk = v = w\nl : v : w\nm : n = o\n': { a: { k: 'v = w', l: 'v : w', m: 'n = o' } },
    '[a]\nMaxRetry = 5\nÄÖ = 1\n': { a: { maxretry: '5', äö: '1' } },
    '[a]\ntwo  words\t= v\n': { a: { 'two  words': 'v' } },
    '[a]\nk\u00a0=\u3000v\u2003\n': { a: { k: 'v' } },
    '[a]\n"k" = "v"\n\\n = \\n\n': { a: { '"k"': '"v"', '\\n': '\\n' } },
    '[a]\nk = \ufeffv\n\u200bl = w\n': { a: { k: '\ufeffv', '\u200bl': 'w' } },
    '[a]\nk\0 = v\0w\n': { a: { 'k\0': 'v\0w' } },
    '[a]\n10 = x\n9 = y\n': { a: { '10': 'x', '9': 'y' } },
    '[a]\nİ = 1\nΣΑΣ = 2\n': { a: { 'i\u0307': '1', σας: '2' } },
  },
};

describe.each(Object.entries(cases))('%s', (_, texts) => {
  test.each(Object.entries(texts))('%j', (text, expected) => {
    expect(sectionsOf(text)).toEqual(expected);
  });
});

test('[DEFAULT] may be opened again', () => {
  const { sections, problems } = parse('[DEFAULT]\nk = v\n[a]\nk = w\n[DEFAULT]\nl = x\n');
  expect(problems).toEqual([]);
  expect(sections.map(({ name, options }) => [name, ...options.map(({ key }) => key)])).toEqual([
    ['DEFAULT', 'k'],
    ['a', 'k'],
    ['DEFAULT', 'l'],
  ]);
});
