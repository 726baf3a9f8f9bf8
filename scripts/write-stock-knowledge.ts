import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { baseTextsModule } from './base-texts';
import { stockFactsModule } from './stock-facts';
import { stockRegexesModule } from './stock-regexes';

/** Writes what `src/knowledge` knows of stock files, where those of the releases are at hand. */
export function writeStockKnowledge(root: string): void {
  const stock = join(root, '../shared/corpus/stock');
  if (!existsSync(stock)) return;
  writeFileSync(join(root, 'src/knowledge/stock-facts.ts'), stockFactsModule(stock));
  writeFileSync(join(root, 'src/knowledge/stock-regexes.ts'), stockRegexesModule(stock));
  writeFileSync(join(root, 'src/knowledge/base-texts.ts'), baseTextsModule(stock));
}
