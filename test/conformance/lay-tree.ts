import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** Lays trees over each other in a new directory. The files of the first are linked, not copied, so they must not be written to. */
export function layTrees(target: string, [first, ...others]: readonly [string, ...string[]]): string {
  mkdirSync(dirname(target), { recursive: true });
  execFileSync('cp', ['-al', first, target]);
  for (const tree of others) execFileSync('cp', ['-r', '--remove-destination', `${tree}/.`, target]);
  return target;
}
