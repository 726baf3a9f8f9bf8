import fc from 'fast-check';
import { memorySnapshot } from '../../src/files/snapshot';
import { defaultRelease } from '../../src/knowledge/release';
import { effectiveOptions } from '../../src/resolve/effective';
import { jailNames } from '../../src/resolve/family';
import { resolve, type Setup } from '../../src/resolve/setup';
import { type Piece, piecesOf } from '../../src/text/pieces';
import type { Text } from '../../src/text/text';
import { resolveTree } from './resolve-tree';

type Files = Readonly<Record<string, string>>;

const root = '/etc/fail2ban/';

/** The parts of a text with the characters that stand at their places in the files. */
function parts(text: Text, files: Files): readonly string[] {
  return piecesOf(text)
    .filter(piece => piece.length > 0)
    .map(({ at, length, file, start, end }) => {
      const name = file.slice(root.length);
      return `${text.value.slice(at, at + length)} < ${name} ${start} ${files[name]?.slice(start, end)}`;
    });
}

function value(files: Files): Text {
  const setup = resolveTree(files);
  const option = effectiveOptions(setup.jailLookup, 'a').find(({ name }) => name === 'x');
  if (option?.result.kind !== 'text') throw new Error('x of [a] has no text');
  return option.result.text;
}

test.each<readonly [string, Files, readonly string[]]>([
  ['a plain value', { 'jail.conf': '[a]\nx =  1h ; c\n' }, ['1h < jail.conf 9 1h']],
  [
    'a folded value',
    { 'jail.conf': '[a]\r\nx = a\r\n  b ;c\r\n\r\n  # d\r\n\tc\r\n' },
    ['a < jail.conf 9 a', 'b < jail.conf 14 b', 'c < jail.conf 30 c'],
  ],
  [
    'names of other files',
    { 'jail.conf': '[DEFAULT]\ny = 1\n', 'jail.local': '[a]\nx = <%(y)s%(y)s>\n' },
    ['< < jail.local 8 <', '1 < jail.conf 14 1', '1 < jail.conf 14 1', '> < jail.local 19 >'],
  ],
  [
    'a doubled sign',
    { 'jail.conf': '[a]\nx = 5%%d\n' },
    ['5 < jail.conf 8 5', '% < jail.conf 9 %%', 'd < jail.conf 11 d'],
  ],
  ['the name of the section', { 'jail.conf': '[a]\nx = %(__name__)s!\n' }, ['! < jail.conf 20 !']],
  ['what fail2ban adds', { 'jail.conf': '[a]\nx = %(fail2ban_version)s\n' }, []],
  [
    'the value of the file before',
    { 'jail.conf': '[a]\nx = 1\n', 'jail.local': '[a]\nx = %(known/x)s 2\n' },
    ['1 < jail.conf 8 1', ' 2 < jail.local 19  2'],
  ],
  [
    'an include that is read again',
    {
      'jail.conf': '[INCLUDES]\nbefore = i.conf\n[a]\nx = 1\n',
      'jail.local': '[INCLUDES]\nbefore = i.conf\n',
      'i.conf': '[a]\nx = 2\n',
    },
    ['2 < i.conf 8 2'],
  ],
])('%s', (_, files, expected) => {
  expect(parts(value(files), files)).toEqual(expected);
});

const tagged = {
  'jail.conf': '[j]\nenabled = true\nfilter = f[x="a, b"]\n',
  'filter.d/f.conf': '[Definition]\n_p = y<x>\nfailregex = ^<_p>$\n  %(_p)s!\n',
};

test('tags and parameters', () => {
  const [jail] = resolveTree(tagged).jails;
  expect(parts(jail!.filter!.texts.get('failregex')!, tagged)).toEqual([
    '^ < filter.d/f.conf 35 ^',
    'y < filter.d/f.conf 18 y',
    'a, b < jail.conf 33 a, b',
    '$ < filter.d/f.conf 40 $',
    'y < filter.d/f.conf 18 y',
    'a, b < jail.conf 33 a, b',
    '! < filter.d/f.conf 50 !',
  ]);
});

test('the jail that appends to its filter', () => {
  const files = {
    'jail.conf': '[j]\nenabled = true\nfilter = f\nfailregex = %(known/failregex)s\n  b\n',
    'filter.d/f.conf': '[Definition]\nfailregex = a\n',
  };
  const [jail] = resolveTree(files).jails;
  const text = jail?.options.get('failregex')?.value.text;
  expect(text && parts(text, files)).toEqual(['a < filter.d/f.conf 25 a', 'b < jail.conf 64 b']);
});

const words = fc.stringMatching(/^[a-z]{1,3}$/);
const part = fc.oneof(
  words,
  fc.constantFrom('%(b)s', '%(c)s', '%%', '<b>', '<c>', ' ', '\n  ', ' ; note\n  ', '%(known/a)s'),
);
const text = fc.array(part, { minLength: 1, maxLength: 5 }).map(each => `v${each.join('')}`);
const plain = text.map(each => each.replaceAll(/%\(.*?\)s|<.>/g, 'p'));
const helpers = text.map(each => each.replaceAll(/%\([bk].*?\)s|<b>/g, 'h'));

/** A jail whose option `a` is put together from two files, and a filter whose failregex is, with a parameter. */
const trees = fc.record({ first: plain, a: text, b: helpers, c: plain, regex: text, given: words }).map(
  ({ first, a, b, c, regex, given }): Files => ({
    'jail.conf': `[DEFAULT]\nc = ${c}\n[j]\na = ${first}\nb = ${b}\n`,
    'jail.local': `[j]\nenabled = yes\nfilter = f[c="${given}"]\na = ${a}\n`,
    'filter.d/f.conf': `[Definition]\nb = ${b.replaceAll('%(c)s', 'x')}\nfailregex = ${regex.replaceAll('%(known/a)s', 'k')}\n`,
  }),
);

function textsOf(setup: Setup): readonly Text[] {
  const [name = ''] = jailNames(setup.jailFamily);
  const options = effectiveOptions(setup.jailLookup, name).flatMap(({ result }) =>
    result.kind === 'text' ? result.text : [],
  );
  return [...options, ...(setup.jails[0]?.filter?.texts.values() ?? [])].flatMap(each => each ?? []);
}

/** The text with another word wherever the same place in a file is part of it. */
function withWord(changed: Text, { file, start, end }: Piece, word: string): string {
  const same = piecesOf(changed).filter(
    each => each.file === file && each.start === start && each.end === end,
  );
  return same.reduceRight(
    (value, { at, length }) => value.slice(0, at) + word + value.slice(at + length),
    changed.value,
  );
}

test('another word at the place of a part appears in the value', () => {
  let checked = 0;
  fc.assert(
    fc.property(trees, files => {
      const texts = textsOf(resolveTree(files));
      for (const [index, each] of texts.entries()) {
        for (const piece of piecesOf(each).filter(({ length }) => length > 0)) {
          const name = piece.file.slice(root.length);
          const old = files[name]!;
          if (/[<>]/.test(old.slice(piece.start, piece.end))) continue; // it may be half a tag
          const changed = { ...files, [name]: `${old.slice(0, piece.start)}WORD${old.slice(piece.end)}` };
          const again = textsOf(resolve(memorySnapshot(new Map(Object.entries(changed))), defaultRelease));
          expect(again[index]?.value).toBe(withWord(each, piece, 'WORD'));
          checked++;
        }
      }
    }),
    { numRuns: 150, seed: 3 },
  );
  expect(checked).toBeGreaterThan(1000);
});
