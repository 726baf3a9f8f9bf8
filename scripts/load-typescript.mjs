// Loads a TypeScript module of this repository, with everything it imports bundled into one file.
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

const require = createRequire(import.meta.url);

/** `entry` is a path below the root of the repository, which has to be the working directory. */
export async function loadTypeScript(entry) {
  const directory = mkdtempSync(join(tmpdir(), 'f2blint-script-'));
  const outfile = join(directory, 'script.cjs');
  try {
    await build({
      entryPoints: [entry],
      outfile,
      bundle: true,
      platform: 'node',
      target: 'node20',
      logLevel: 'warning',
    });
    return require(outfile);
  } finally {
    rmSync(directory, { recursive: true });
  }
}
