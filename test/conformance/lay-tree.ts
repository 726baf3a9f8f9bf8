import { cpSync, linkSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Lays trees over each other in a new directory. The files of the first are linked, not copied, so they must not be written to. */
export function layTrees(target: string, [first, ...others]: readonly [string, ...string[]]): string {
  mkdirSync(target, { recursive: true });
  linkFiles(first, target);
  const how = { recursive: true, force: true, verbatimSymlinks: true } as const;
  for (const tree of others) cpSync(tree, target, how);
  return target;
}

function linkFiles(from: string, to: string): void {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) {
      mkdirSync(target);
      linkFiles(source, target);
    } else linkSync(source, target);
  }
}
