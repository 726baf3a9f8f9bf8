import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(__dirname, '..');
const pages = ['.', 'docs', 'examples'].flatMap(directory =>
  readdirSync(join(root, directory), { recursive: directory !== '.', encoding: 'utf8' })
    .filter(name => name.endsWith('.md'))
    .map(name => join(directory, name)),
);

test('the pages are found', () => {
  expect(pages).toEqual(expect.arrayContaining(['README.md', 'CONTRIBUTING.md', 'docs/rules/README.md']));
});

test.each(pages)('the links of %s lead to files that exist', page => {
  const links = [...readFileSync(join(root, page), 'utf8').matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)];
  const files = links.map(([, target = '']) => target).filter(target => !/^https:/.test(target));
  expect(files.filter(target => !existsSync(join(root, dirname(page), target)))).toEqual([]);
});
