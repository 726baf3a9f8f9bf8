import { findCommands } from './commands';
import { findDocker } from './docker';
import type { Facts } from './facts';
import { findFirewall } from './firewall';
import type { Found } from './found';
import { findJournal } from './journal';
import { findListeners } from './listen';
import { findLogFiles } from './log-files';
import { findModes } from './modes';
import { findOs } from './os-release';
import type { RootFiles } from './root-files';
import { findUnits } from './units';
import { findFail2banVersion, findOpensshVersion } from './versions';

/** What is of interest to a configuration. */
export interface Interest {
  /** Where it is on the host; undefined where it lies elsewhere. */
  readonly tree: string | undefined;
  /** The paths and patterns of the logs it names. */
  readonly logPaths: readonly string[];
}

/** The facts of a host, and for each one how it was found, or why not. */
export interface LookUp {
  readonly facts: Facts;
  readonly how: ReadonlyMap<string, string>;
}

/** Looks a host up by its files: nothing is run, and nothing outside the root is seen. What can't be told is left out. */
export async function lookUp(root: RootFiles, { tree, logPaths }: Interest): Promise<LookUp> {
  const commands = findCommands(root);
  const units = findUnits(root);
  const logs = await findLogFiles(root, logPaths, units.value);
  const all = new Map<keyof Facts, Found<unknown>>([
    ['os', findOs(root)],
    ['fail2ban-version', findFail2banVersion(root)],
    ['openssh-version', findOpensshVersion(root)],
    ['firewall', findFirewall(root, units.value, commands.value)],
    ['docker', findDocker(root)],
    ['journal', findJournal(root)],
    ['log-files', logs.files],
    ['unreadable', logs.unreadable],
    ['units', units],
    ['listen', findListeners(root, units.value)],
    ['modes', findModes(root, tree)],
    ['commands', commands],
  ]);
  const known = [...all].filter(([, { value }]) => value !== undefined);
  return {
    facts: Object.fromEntries(known.map(([name, { value }]) => [name, value])) as Facts,
    how: new Map([...all].map(([name, { how }]) => [name, how])),
  };
}
