import { relative, resolve } from 'node:path';
import type { Facts } from '../host/facts';
import type { LookUp } from '../host/look-up';
import type { Setup } from '../resolve/setup';
import { logPaths } from '../values/log-path';
import { readFactsFile } from './read-config';
import { checkRoot } from './root-tree';

/** Options that say which host a configuration is for. */
export interface HostOptions {
  /** A directory that stands for `/`; undefined for this host. */
  readonly root: string | undefined;
  /** True with `--host`, false with `--no-host`. */
  readonly host: boolean | undefined;
  /** A file. */
  readonly facts: string | undefined;
}

const live = '/etc/fail2ban';

/**
 * Gives the facts that a configuration is judged by: those of a file, else those of the root that was asked for, else those of this host
 * where it is the live configuration, else none. Without need nothing of the host is looked at.
 */
export function factsSource(options: HostOptions): (setup: Setup) => Promise<Facts> {
  const { root, host, facts } = options;
  checkRoot(root);
  const given = facts === undefined ? undefined : readFactsFile(facts);
  return async setup => {
    if (given !== undefined) return given;
    const isAsked = host ?? (root !== undefined || resolve(setup.snapshot.root) === live);
    return isAsked ? (await lookUpHost(root, setup)).facts : {};
  };
}

/** Looks the host below a root up, with what a configuration of it names. */
export async function lookUpHost(root = '/', setup: Setup | undefined): Promise<LookUp> {
  const { rootFiles } = await import('../host/root-files');
  const { lookUp } = await import('../host/look-up');
  return lookUp(rootFiles(root), {
    tree: setup && placeOnHost(setup.snapshot.root, root),
    logPaths: setup === undefined ? [] : logPathsOf(setup),
  });
}

/** Undefined for a copy that lies elsewhere: its modes and owners aren't those of the host. */
function placeOnHost(directory: string, root: string): string | undefined {
  const below = relative(resolve(root), resolve(directory));
  if (below === '' || below === '..' || below.startsWith('../')) return undefined;
  const path = `/${below}`;
  return resolve(root) !== '/' || path === live ? path : undefined;
}

function logPathsOf(setup: Setup): readonly string[] {
  return setup.jails.flatMap(jail => {
    const text = jail.enabled ? jail.options.get('logpath')?.value.text : undefined;
    return text === undefined ? [] : logPaths(text).map(({ path }) => path.value);
  });
}
