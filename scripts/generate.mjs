// Writes what is made from the rules and the schemas of options: rules/index.ts, src/knowledge/option-table.ts, docs and the
// screen in README.md.
import { fileURLToPath } from 'node:url';
import { loadTypeScript } from './load-typescript.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

// the index and the table first: the pages are made from the rules and options they list
const { writeRuleIndex } = await loadTypeScript('scripts/write-rule-index.ts');
writeRuleIndex('.');
const { writeOptionTable } = await loadTypeScript('scripts/write-option-table.ts');
writeOptionTable('.');
const { writePages } = await loadTypeScript('scripts/write-pages.ts');
await writePages('.');
