import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

const root = join(__dirname, '..');
const leftOut = new Set(['.git', 'dist', 'node_modules', join('test', 'fixtures')]);

/** A copy of this repository to try things in, with its packages linked. */
export interface RepositoryCopy {
  readonly directory: string;
  remove(): void;
}

export function copyRepository(): RepositoryCopy {
  const place = mkdtempSync(join(tmpdir(), 'f2blint-copy-'));
  // a place of its own, so that there is no ../shared to generate from, whatever lies in the directory for temporary files
  const directory = join(place, 'f2blint');
  cpSync(root, directory, { recursive: true, filter: source => !leftOut.has(relative(root, source)) });
  symlinkSync(join(root, 'node_modules'), join(directory, 'node_modules'));
  return { directory, remove: () => rmSync(place, { recursive: true }) };
}
