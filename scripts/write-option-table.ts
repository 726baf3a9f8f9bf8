import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { optionTable, readOptions } from './option-table';

/** Writes `src/knowledge/option-table.ts`. */
export function writeOptionTable(root: string): void {
  writeFileSync(join(root, 'src/knowledge/option-table.ts'), optionTable(readOptions(root)));
}
