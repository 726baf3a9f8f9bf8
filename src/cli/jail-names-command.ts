import { sectionNames } from '../resolve/selector';
import { type ExitCode, exitCode, type Io } from './io';
import { resolveSnapshot, type TreeOptions } from './read-setup';
import { snapshotWithin } from './root-tree';
import { defaultPath, findTree } from './trees';

/**
 * `f2blint jail-names [PATH]`: the jails of a tree, a line each, for completions. A name that a shell could take for more than a word
 * is left out.
 */
export async function jailNamesCommand(
  path: string | undefined,
  options: TreeOptions,
  io: Io,
): Promise<ExitCode> {
  const { setup } = await resolveSnapshot(
    await snapshotWithin(undefined, await findTree(path ?? defaultPath())),
    options,
  );
  const names = [...sectionNames(setup)].filter(name => name !== 'DEFAULT' && /^[\w.-]+$/.test(name));
  io.write(names.map(name => `${name}\n`).join(''));
  return exitCode.clean;
}
