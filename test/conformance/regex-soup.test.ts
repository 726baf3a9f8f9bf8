import { parseRegex } from '../../src/regex/parse';
import type { PythonName } from '../../src/regex/python-version';
import { belowFrom } from './regex-mutations';
import { askPython, DEBIAN_PYTHON } from './regex-oracle';

const COUNT = Number(process.env.REGEX_SOUPS ?? 20_000);
const SEED = Number(process.env.REGEX_SEED ?? 1);

/** Other interpreters to compare with, as in REGEX_PYTHONS="3.9=/usr/bin/python3.9 3.13=/usr/bin/python3.13". */
const PYTHONS = (process.env.REGEX_PYTHONS ?? `3.11=${DEBIAN_PYTHON}`)
  .split(' ')
  .map(named => named.split('=') as [PythonName, string]);

const MILD = [
  ...`a b ( ) ( ) | | (?: (?= (?! (?<= (?<! (?P<n> (?P<m> (?P=n) (?P=m) (?(1) (?(n) (?(2) (?(+1) (?(1_0)`.split(
    ' ',
  ),
  ...`(?> (?i) (?x) (?s) (?a) (?u) (?t) (?i: (?-i: (?x: (?-x: (?a-i: * + ? { } {2} {2,3} {,2} {2,} {,}`.split(
    ' ',
  ),
  ...String.raw`{4294967294} {a [ [ ] ] [^ - a-z z-a \d \D- \w \b \A \Z \z \1 \2 \0 \12 \123 \377 \x41 \u0041`.split(
    ' ',
  ),
  ...String.raw`\U00000041 \- \] \\ ^ $ . # 😀 \😀 é < : = ! > 1 0 _`.split(' '),
  ...[' ', '\n', '(?( 1)', '\\N{EM DASH}'],
];
const WILD = [
  ...MILD,
  ...'(?(0) (?(٣) (?(²) (?L) (?i-i: (?au: (?-a: (?t: (?# (? (?P (?P< (?< (?z {3,2} {4294967295}'.split(' '),
  ...String.raw`\400 \777 \8 \x \x4 \u \U \U00110000 \N \N{ \N{} \q`.split(' '),
  '\\',
];

/** A difference; what a name after \N means isn't looked up, and the pieces can make up names. */
interface Difference {
  readonly text: string;
  readonly found: unknown;
  readonly theirs: unknown;
}

const isKnown = ({ text }: Difference): boolean => text.includes('\\N{');

function soup(below: (limit: number) => number, pieces: readonly string[]): string {
  let text = below(3) === 0 ? '(a)' : '';
  for (let count = 1 + below(12); count > 0; count--) text += pieces[below(pieces.length)]!;
  const open = text.split('(').length - text.split(')').length;
  return below(2) === 0 ? text + ')'.repeat(Math.max(open, 0)) : text;
}

test.each(PYTHONS)(
  'random pieces of regular expressions are judged as by Python %s',
  (python, program) => {
    const below = belowFrom(SEED);
    const texts = Array.from({ length: COUNT }, () => soup(below, below(2) === 0 ? MILD : WILD));
    const expected = askPython(texts, [], program).plain;
    const wrong: Difference[] = [];
    const displaced: Difference[] = [];
    let taken = 0;
    for (const [index, text] of texts.entries()) {
      const found = parseRegex(text, { python });
      const theirs = expected[index]!;
      if (found.ok) taken++;
      if (found.ok !== (theirs === null)) wrong.push({ text, found, theirs });
      else if (!found.ok && theirs?.at != null && theirs.at !== found.error.start) {
        displaced.push({ text, found, theirs });
      }
    }
    const share = (100 - (100 * displaced.length) / (COUNT - taken)).toFixed(1);
    const verdicts = `${COUNT - wrong.length}/${COUNT} verdicts agree (${taken} taken)`;
    process.stdout.write(`regex: random pieces, Python ${python}: ${verdicts}, ${share}% of positions\n`);
    expect(wrong.filter(difference => !isKnown(difference))).toEqual([]);
    expect(displaced.filter(difference => !isKnown(difference))).toEqual([]);
  },
  300_000,
);
