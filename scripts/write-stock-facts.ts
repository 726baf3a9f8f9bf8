import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stockFactsModule } from './stock-facts';

/** Writes `src/knowledge/stock-facts.ts`, where the stock files of the releases are at hand. */
export function writeStockFacts(root: string): void {
  const stock = join(root, '../shared/corpus/stock');
  if (!existsSync(stock)) return;
  writeFileSync(join(root, 'src/knowledge/stock-facts.ts'), stockFactsModule(stock));
}
