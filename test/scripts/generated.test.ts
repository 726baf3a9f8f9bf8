import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../rules/index';
import { formatPage } from '../../scripts/format-page';
import { manPage } from '../../scripts/man-page';
import { optionTable, readOptions } from '../../scripts/option-table';
import { pages } from '../../scripts/pages';
import { withScreen } from '../../scripts/readme-screen';
import { listRuleIds, ruleIndex } from '../../scripts/rule-index';
import { settingKeys } from '../../scripts/setting-keys';
import { validators } from '../../scripts/validators';

const root = join(__dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

// when one of these fails, run `npm run generate`
describe('what is generated is what is in the tree', () => {
  test('rules/index.ts', () => {
    expect(read('rules/index.ts')).toBe(ruleIndex(listRuleIds(root)));
  });

  test('src/knowledge/option-table.ts', () => {
    expect(read('src/knowledge/option-table.ts')).toBe(optionTable(readOptions(root)));
  });

  test('src/config/setting-keys.ts', () => {
    expect(read('src/config/setting-keys.ts')).toBe(settingKeys(root));
  });

  test.each([...validators(root)])('%s', (path, text) => {
    expect(read(path)).toBe(text);
  });

  const generated = pages(rules);
  test.each([...generated.keys()])('%s', path => {
    expect(existsSync(join(root, path)) ? read(path) : undefined).toBe(generated.get(path));
  });

  test('docs/rules holds nothing else', () => {
    const found = readdirSync(join(root, 'docs/rules'), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name).slice(root.length + 1));
    const pagesOfRules = [...generated.keys()].filter(path => path.startsWith('docs/rules/'));
    expect(found.sort()).toEqual(pagesOfRules.sort());
  });

  test('docs/formats.md', async () => {
    expect(read('docs/formats.md')).toBe(await formatPage());
  });

  test('man/f2blint.1', () => {
    expect(read('man/f2blint.1')).toBe(manPage());
  });

  test('the screen in README.md', async () => {
    expect(read('README.md')).toBe(await withScreen(read('README.md')));
  });
});

test('generating twice gives the same bytes', () => {
  expect([...pages(rules)]).toEqual([...pages(rules)]);
});

describe('rules/index.ts', () => {
  test('stands on one line as long as it fits', () => {
    expect(ruleIndex(['a/b-c'])).toContain('export const rules: readonly Rule[] = [aBC];\n');
    const many = Array.from({ length: 20 }, (_, index) => `syntax/rule-${String.fromCharCode(97 + index)}`);
    expect(ruleIndex(many)).toContain('= [\n  syntaxRuleA,\n  syntaxRuleB,\n');
  });
});
