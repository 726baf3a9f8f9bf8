// Bundles the command line and the library into one file each, and writes the declarations of the library.
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { besideTheBundle, chunks, noChildProcess } from './bundle-plugins.mjs';
import { thirdPartyNotices } from './third-party-notices.mjs';

const require = createRequire(import.meta.url);

rmSync('dist', { recursive: true, force: true });
const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  outdir: 'dist',
  logLevel: 'warning',
  supported: { 'dynamic-import': false },
  metafile: true,
};
// what the command line loads is read faster if it is small; the maps say where the source of a fault is
const small = { ...shared, minify: true, sourcemap: 'external', sourcesContent: false };
// bin/load-bundle.js runs the file as it is: putting a text of this size together would copy it twice
const wrapped = { banner: { js: Module.wrapper[0] }, footer: { js: Module.wrapper[1] } };
const bundles = await Promise.all([
  build({
    ...small,
    ...wrapped,
    entryPoints: { cli: 'src/cli/start.ts' },
    plugins: [besideTheBundle, noChildProcess],
  }),
  build({
    ...small,
    entryPoints: Object.fromEntries([...chunks.values()].map(({ file, entry }) => [file, entry])),
    plugins: [besideTheBundle],
  }),
  build({ ...shared, entryPoints: { api: 'src/api.ts' } }),
]);
writeFileSync('dist/THIRD-PARTY-NOTICES', thirdPartyNotices(bundles.map(({ metafile }) => metafile)));
execFileSync(
  process.execPath,
  [join(dirname(require.resolve('typescript/package.json')), 'bin/tsc'), '-p', 'tsconfig.types.json'],
  {
    stdio: 'inherit',
  },
);
execFileSync(process.execPath, ['scripts/compile-ahead.cjs'], { stdio: 'inherit' });
