import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { manPage } from './man-page';

/** Writes `man/f2blint.1`. */
export function writeManPage(root: string): void {
  mkdirSync(join(root, 'man'), { recursive: true });
  writeFileSync(join(root, 'man/f2blint.1'), manPage());
}
