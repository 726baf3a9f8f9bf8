import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The corpus and the oracle; without them nothing here can be tested. */
export const shared = resolve(__dirname, '../../../shared');
export const debianStock = join(shared, 'corpus/stock/debian-1.0.2');

/** The directories of one part of the corpus, in order. */
export function corpusTrees(part: 'daemon' | 'micro' | 'stock' | 'real'): readonly string[] {
  const below = { daemon: 'tree', micro: 'config', stock: '', real: '' };
  return treesIn(join(shared, 'corpus', part), below[part]);
}

function treesIn(directory: string, below: string): readonly string[] {
  const names = readdirSync(directory, { withFileTypes: true }).filter(entry => entry.isDirectory());
  return names.map(({ name }) => join(directory, name, below)).sort();
}

/** Makes trees damaged at random in a new directory: that of Debian below, half of them with a real one on top. The same for the same seed. */
export function damagedTrees(directory: string, seed: number, count: number): readonly string[] {
  mkdirSync(directory);
  const size = ['--seed', String(seed), '--count', String(count), '--out', directory];
  const made = runOracle('mutate.py', [debianStock, ...size, '--overlay', ...corpusTrees('real')]);
  const trees = treesIn(directory, 'tree');
  if (made.status !== 0 || trees.length !== count) throw new Error(`mutate.py failed\n${made.output}`);
  return trees;
}

/** What a tool of the oracle did. */
export interface OracleRun {
  readonly status: number;
  readonly output: string;
}

/** Runs a tool of the oracle. Throws if it can't be run at all. */
export function runOracle(tool: string, args: readonly string[]): OracleRun {
  const script = join(shared, 'oracle', tool);
  if (!existsSync(script)) throw new Error(`${script} is missing`);
  return runPython(script, args);
}

/** Runs a tool of the oracle that asks f2blint, whose starter is given. One process answers all it asks (one-process.py). */
export function runOracleOn(starter: string, tool: string, args: readonly string[]): OracleRun {
  const script = join(__dirname, 'one-process.py');
  return runPython(script, [join(shared, 'oracle'), process.execPath, starter, tool, ...args]);
}

function runPython(script: string, args: readonly string[]): OracleRun {
  const { status, stdout, stderr, error } = spawnSync('/usr/bin/python3', [script, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status === null) throw new Error(`${script} did not end by itself: ${error?.message ?? stderr}`);
  return { status, output: stdout + stderr };
}

/** Prints a figure; console.log of jest would add where it was called. */
export function printFigure(text: string): void {
  process.stdout.write(`${text}\n`);
}
