import { parse } from '../../src/syntax/parse';
import { stopsReading } from '../../src/syntax/tree';

/** The problems, each with the text it is about and, for what stands twice, the line of the first. */
function problemsOf(text: string): readonly string[] {
  const tree = parse(text);
  const lineOf = (offset: number) => tree.lines.findIndex(line => line.end > offset) + 1;
  return tree.problems.map(problem => {
    const { start, end } = problem.span;
    const first = 'first' in problem ? ` (${problem.section}, line ${lineOf(problem.first.start)})` : '';
    return `${lineOf(start)} ${problem.kind} ${text.slice(start, end)}${first}`;
  });
}

// The lines and their order are those of the errors Python 3.11 raises; behind the first that stops it reading goes on here.
test.each<readonly [string, readonly string[]]>([
  ['k = v\n[a]\n', ['1 missing-header k = v']],
  ['\n# c\n  junk ; c\nmore\n', ['3 missing-header junk']],
  ['[]\n', ['1 missing-header []']],
  ['\ufeff[a]\nk = v\n', ['1 byte-order-mark \ufeff']],
  ['\ufeff# c\n[a]\n', ['1 byte-order-mark \ufeff']],
  ['\ufeffk = v\n', ['1 byte-order-mark \ufeff']],
  ['[a]\n\ufeff\n', ['2 no-delimiter \ufeff']],
  ['[a]\njunk ; c\nk = v\n more\nagain\n', ['2 no-delimiter junk', '5 no-delimiter again']],
  ['[a]\n[]\n[x\n', ['2 no-delimiter []', '3 no-delimiter [x']],
  ['[a]\n[b ;]\n', ['2 no-delimiter [b']],
  ['[a]\n = v\n', ['2 empty-key = v']],
  ['[a]\n: v\n  w\n', ['2 empty-key : v', '3 no-delimiter w']],
  ['[a]\n= v\n= w\n', ['2 empty-key = v', '3 empty-key = w', '3 duplicate-option  (a, line 2)']],
  ['[a]\n=======\n', ['2 empty-key =======']],
  ['[a]\nk = v\nk = w\n', ['3 duplicate-option k (a, line 2)']],
  ['[a]\nMaxRetry = 1\nmaxretry : 2\n', ['3 duplicate-option maxretry (a, line 2)']],
  ['[a]\nk = v\n[b]\nk = v\n', []],
  ['[a]\nk = v\n[a]\nk = v\n', ['3 duplicate-section [a] (a, line 1)']],
  ['[a]\n[b]\n[a] x\n[a]\n', ['3 duplicate-section [a] (a, line 1)', '4 duplicate-section [a] (a, line 1)']],
  ['[DEFAULT]\nk = v\n[DEFAULT]\nk = w\n', ['4 duplicate-option k (DEFAULT, line 2)']],
  ['[a]\njunk\nk = v\nk = w\n', ['2 no-delimiter junk', '4 duplicate-option k (a, line 3)']],
  ['[a]\nk = v\n k = w\n', []],
  ['[a]\r\njunk\r\n', ['2 no-delimiter junk']],
])('%j', (text, expected) => {
  expect(problemsOf(text)).toEqual(expected);
});

test('Python stops at all but lines it cannot read', () => {
  const { problems } = parse('junk\n[a]\njunk\n= v\nk = v\nk = v\n[a]\n');
  expect(problems.map(problem => `${problem.kind} ${stopsReading(problem)}`)).toEqual([
    'missing-header true',
    'no-delimiter false',
    'empty-key false',
    'duplicate-option true',
    'duplicate-section true',
  ]);
});

test('the value of an option without a name does not go on', () => {
  const [section] = parse('[a]\n= v\n  w = x\n').sections;
  expect(section?.options.map(({ key, value }) => [key, value])).toEqual([
    ['', 'v'],
    ['w', 'x'],
  ]);
});
