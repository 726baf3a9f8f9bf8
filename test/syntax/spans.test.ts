import { optionAt } from '../../src/syntax/option-at';
import { parse } from '../../src/syntax/parse';
import type { LineKind } from '../../src/syntax/tree';

const text = [
  '# top\r\n',
  '  [a]b] junk ; c\n',
  '\tMax Retry\t=  5 ;five\n',
  '  ;note\n',
  '\n',
  '     more  \n',
  ' \r',
  'k:\n',
  '   [b] ; cut\n',
  'junk\n',
  'l = ',
].join('');
const tree = parse(text);
const at = ({ start, end }: { start: number; end: number }) => text.slice(start, end);

test('each line with its kind, content and comment', () => {
  const expected: readonly (readonly [LineKind, string, string])[] = [
    ['comment', '', '# top'],
    ['section', '[a]b] junk', '; c'],
    ['option', 'Max Retry\t=  5', ';five'],
    ['comment', '', ';note'],
    ['blank', '', ''],
    ['continuation', 'more', ''],
    ['blank', '', ''],
    ['option', 'k:', ''],
    ['continuation', '[b]', '; cut'],
    ['rejected', 'junk', ''],
    ['option', 'l =', ''],
  ];
  const found = tree.lines.map(({ kind, contentStart, contentEnd, commentStart, end }) => {
    const comment = commentStart < 0 ? '' : text.slice(commentStart, end).replace(/[\r\n]+$/, '');
    return [kind, text.slice(contentStart, contentEnd), comment];
  });
  expect(found).toEqual(expected);
});

test('the header of a section and its name', () => {
  expect(tree.sections.map(({ header, nameSpan, name }) => [at(header), at(nameSpan), name])).toEqual([
    ['[a]b]', 'a]b', 'a]b'],
  ]);
});

test('key, delimiter and lines of each value', () => {
  const options = tree.sections.flatMap(section => section.options);
  expect(
    options.map(({ keySpan, delimiter, valueLines }) => [at(keySpan), at(delimiter), ...valueLines.map(at)]),
  ).toEqual([
    ['Max Retry', '=', '5', '', 'more'],
    ['k', ':', '', '[b]'],
    ['l', '=', ''],
  ]);
});

test('an empty value stands behind the delimiter or at the end of its line', () => {
  const [section] = parse('[a]\nk =  \nl =').sections;
  expect(section?.options.map(({ valueLines }) => valueLines)).toEqual([
    [{ start: 7, end: 7 }],
    [{ start: 13, end: 13 }],
  ]);
});

test('the option whose value holds a character', () => {
  const keyAt = (part: string) => optionAt(tree, text.indexOf(part))?.key;
  expect([keyAt('5 ;five'), keyAt('more'), keyAt('[b]')]).toEqual(['max retry', 'max retry', 'k']);
  expect([keyAt('Max'), keyAt('note'), keyAt('junk ;'), keyAt('; cut')]).toEqual(Array(4).fill(undefined));
});
