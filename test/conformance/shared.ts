import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The corpus and the oracle; without them nothing here can be tested. */
export const shared = resolve(__dirname, '../../../shared');
export const debianStock = join(shared, 'corpus/stock/debian-1.0.2');

/** The directories of one part of the corpus, in order. */
export function corpusTrees(part: 'micro' | 'stock' | 'real'): readonly string[] {
  const directory = join(shared, 'corpus', part);
  const names = readdirSync(directory, { withFileTypes: true }).filter(entry => entry.isDirectory());
  const below = part === 'micro' ? 'config' : '';
  return names.map(({ name }) => join(directory, name, below)).sort();
}

/** Runs a tool of the oracle. Throws if it can't be run at all. */
export function runOracle(tool: string, args: readonly string[]): { status: number; output: string } {
  const script = join(shared, 'oracle', tool);
  if (!existsSync(script)) throw new Error(`${script} is missing`);
  const { status, stdout, stderr, error } = spawnSync('/usr/bin/python3', [script, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status === null) throw new Error(`${tool} did not end by itself: ${error?.message ?? stderr}`);
  return { status, output: stdout + stderr };
}

/** Prints a figure; console.log of jest would add where it was called. */
export function printFigure(text: string): void {
  process.stdout.write(`${text}\n`);
}
