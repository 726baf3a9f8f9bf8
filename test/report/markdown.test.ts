import { codeBlock, markdownProse } from '../../src/report/markdown';

test.each([
  ['all [DEFAULT] blocks', 'all \\[DEFAULT] blocks'],
  ['<HOST> and `<HOST>`', '\\<HOST> and `<HOST>`'],
  ['a|b, a*b', 'a\\|b, a\\*b'],
  ['_a_ and a_b', '\\_a\\_ and a_b'],
  ['one\n# two', 'one\n\\# two'],
  ['a lonely ` quote', 'a lonely \\` quote'],
])('prose %j', (text, markdown) => {
  expect(markdownProse(text)).toBe(markdown);
});

test('the fence of a block is longer than any in it', () => {
  expect(codeBlock('a\n```\nb\n', 'ini')).toBe('````ini\na\n```\nb\n````\n');
});
