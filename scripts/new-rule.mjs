// npm run new-rule GROUP/NAME: writes a rule to start from, its test, the rule index and the pages.
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { loadTypeScript } from './load-typescript.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const { writeNewRule } = await loadTypeScript('scripts/write-new-rule.ts');

try {
  const files = writeNewRule('.', process.argv[2] ?? '');
  const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');
  execFileSync(process.execPath, [biome, 'check', '--write', ...files], { stdio: 'pipe' });
  await import('./generate.mjs');
  console.log(
    `wrote ${files.join(', ')}; replace what says TODO, and give the test at least three cases of each kind`,
  );
} catch (error) {
  console.error(`new-rule: ${error.message}`);
  process.exitCode = 2;
}
