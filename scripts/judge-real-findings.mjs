// Writes test/conformance/real-findings.tsv anew, judgements kept.
import { fileURLToPath } from 'node:url';
import { loadTypeScript } from './load-typescript.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const { judgeRealFindings } = await loadTypeScript('scripts/judge-real-findings.ts');
judgeRealFindings();
