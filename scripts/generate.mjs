// Writes what is made from other files: facts of the stock releases, the table of options, the validators of src/config,
// rules/index.ts, docs, the screen in README.md and the man page.
import { fileURLToPath } from 'node:url';
import { loadTypeScript } from './load-typescript.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const { writeStockKnowledge } = await loadTypeScript('scripts/write-stock-knowledge.ts');
writeStockKnowledge('.');
const { writeOptionTable } = await loadTypeScript('scripts/write-option-table.ts');
writeOptionTable('.');
const { writeValidators } = await loadTypeScript('scripts/write-validators.ts');
writeValidators('.');
// the index first: the pages are made from the rules it lists
const { writeRuleIndex } = await loadTypeScript('scripts/write-rule-index.ts');
writeRuleIndex('.');
const { writePages } = await loadTypeScript('scripts/write-pages.ts');
await writePages('.');
const { writeManPage } = await loadTypeScript('scripts/write-man-page.ts');
writeManPage('.');
