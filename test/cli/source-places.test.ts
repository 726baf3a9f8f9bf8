import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { withSourcePlaces } from '../../src/cli/source-places';
import { temporaryDirectory } from '../temporary-directory';

const directory = temporaryDirectory();
const bundle = join(directory, 'bundle.js');

test('a place in a bundle is told as that in the source', () => {
  const source = '\n\nfunction first() {\n  throw new Error("first");\n}\nfirst();\n';
  const { code, map } = transformSync(source, {
    minifyWhitespace: true,
    sourcemap: 'external',
    sourcefile: '../src/some/source.ts',
  });
  writeFileSync(bundle, code);
  writeFileSync(`${bundle}.map`, map);
  const column = code.indexOf('throw') + 1;
  const trace = `Error: first\n    at first (${bundle}:1:${column})\n    at ${bundle}:1:${column}`;
  expect(withSourcePlaces(trace)).toBe(
    'Error: first\n    at first (src/some/source.ts:4:3)\n    at src/some/source.ts:4:3',
  );
});

test('others stay as they are', () => {
  const trace = `Error: no map\n    at first (${directory}/other.js:1:2)\n    at node:internal/main:3:4`;
  expect(withSourcePlaces(trace)).toBe(trace);
});
