import { parse } from '../../src/syntax/parse';
import { print } from '../../src/syntax/print';

// Texts on which anything but linear time would run into jest's time limit.
const many = 50_000;
const long = 5_000_000;

test.each<readonly [string, string, number]>([
  ['one line of 5 MB', `[a]\nk = ${'v'.repeat(long)}\n`, 1],
  ['5 MB of blanks in a value', `[a]\nk = v${' '.repeat(long)}w\n`, 1],
  ['5 MB of blanks before a comment', `[a]\nk = v${' '.repeat(long)};c\n`, 1],
  ['5 MB of semicolons', `[a]\nk = v${';'.repeat(long)}\n`, 1],
  ['5 MB of semicolons and blanks', `[a]\nk = ${'v; '.repeat(long / 3)}\n`, 1],
  ['a key of 5 MB', `[a]\n${'k'.repeat(long)} = v\n`, 1],
  ['blanks of 5 MB in a key', `[a]\nk${' '.repeat(long)}k = v\n`, 1],
  ['5 MB of brackets', `[a]\n${'['.repeat(long)}\n`, 0],
  ['a header of 5 MB', `[a]\n${'[]'.repeat(long / 2)}\n`, 0],
  ['one line of 5 MB without a delimiter', `[a]\n${'x '.repeat(long / 2)}\nk = v\n`, 1],
  ['200,000 lines of a bracket', `[a]\n${'[\n'.repeat(200_000)}`, 0],
  ['50,000 lines that go on', `[a]\nk = v\n${' w\n'.repeat(many)}`, 1],
  ['50,000 empty lines in a value', `[a]\nk = v\n${'\n'.repeat(many)} w\n`, 1],
  ['50,000 empty lines behind a value', `[a]\nk = v\n${'\n'.repeat(many)}`, 1],
  ['50,000 carriage returns', `[a]\r${'\r'.repeat(many)}k = v`, 1],
  ['50,000 comments', `[a]\nk = v\n${'  ; c\n'.repeat(many)} w\n`, 1],
  ['the same section 50,000 times', '[a]\n'.repeat(many), 0],
  ['the same option 50,000 times', `[a]\n${'k = v\n'.repeat(many)}`, many],
  ['[DEFAULT] 50,000 times', '[DEFAULT]\n'.repeat(many), 0],
])('%s', (_, text, options) => {
  const tree = parse(text);
  expect(tree.sections.flatMap(section => section.options)).toHaveLength(options);
  expect(print(tree) === text).toBe(true);
});

test('100,000 keys', () => {
  const keys = Array.from({ length: 100_000 }, (_, index) => `k${index}`);
  const [section] = parse(`[a]\n${keys.map(key => `${key} = v\n`).join('')}`).sections;
  expect(section?.options.map(({ key }) => key).join()).toBe(keys.join());
});

test('100,000 sections', () => {
  const names = Array.from({ length: 100_000 }, (_, index) => `s${index}`);
  const { sections } = parse(names.map(name => `[${name}]\n`).join(''));
  expect(sections.map(({ name }) => name).join()).toBe(names.join());
});
