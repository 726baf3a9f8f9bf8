import type { Setup } from '../resolve/setup';
import { printable } from '../text/printable';
import { lookUpHost } from './facts-source';
import { type ExitCode, exitCode, type Io, isNothingFound } from './io';
import { resolveSnapshot, type TreeOptions } from './read-setup';
import { checkRoot, pathWithin, snapshotWithin, treeWithin } from './root-tree';

export interface FactsOptions extends TreeOptions {
  readonly path: string | undefined;
  readonly root: string | undefined;
  readonly quiet: boolean;
}

/** `f2blint facts [PATH]`: what a host is, as JSON; how each fact was found, or why not, goes to standard error. */
export async function factsCommand(options: FactsOptions, io: Io): Promise<ExitCode> {
  checkRoot(options.root);
  const { facts, how } = await lookUpHost(options.root, await readTree(options));
  const { toJson } = await import('../report/json');
  io.write(toJson(facts));
  if (options.quiet) return exitCode.clean;
  const known = new Set(Object.keys(facts));
  for (const [name, reason] of how)
    io.writeError(`${name}: ${known.has(name) ? '' : 'unknown, '}${printable(reason)}\n`);
  return exitCode.clean;
}

/** The configuration that tells which logs are of interest; a host is one without it too. */
async function readTree(options: FactsOptions): Promise<Setup | undefined> {
  const { path, root } = options;
  try {
    const tree = await treeWithin(root ?? '/', path ?? pathWithin(root ?? '/'));
    return (await resolveSnapshot(await snapshotWithin(root, tree), options)).setup;
  } catch (error) {
    if (isNothingFound(error)) return undefined;
    throw error;
  }
}
