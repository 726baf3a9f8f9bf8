import { compareCodePoints, joinPath, withoutExtension } from '../files/posix-path';
import type { Snapshot } from '../files/snapshot';
import { isAtLeast, type Release } from '../knowledge/release';
import { madeText, type Text } from '../text/text';
import { type Command, formatCommand } from './command';
import { type DaemonReading, daemonCommands, isLogLevel, readDaemon } from './daemon';
import { type Family, jailNames } from './family';
import type { Value } from './interpolate';
import { type JailReading, readJail } from './jail';
import { jailCommands } from './jail-commands';
import { type LoadContext, loadFamily } from './load';
import type { Lookup } from './read-option';
import { textOf } from './read-table';
import { createSources, type Sources } from './source';

/** A whole configuration, resolved as fail2ban does. Everything hangs on the snapshot alone. */
export interface Setup {
  readonly snapshot: Snapshot;
  readonly release: Release;
  readonly sources: Sources;
  readonly daemon: DaemonReading;
  /** The merged files of the jails. */
  readonly jailFamily: Family;
  /** How options of jails are looked up before any filter is read. */
  readonly jailLookup: Lookup;
  /** The same once the filters of the enabled jails have added their `known/…`. */
  readonly enabledJailLookup: Lookup;
  /** Every jail, in the order fail2ban handles them. */
  readonly jails: readonly JailReading[];
  /** Loads `filter.d/NAME` or `action.d/NAME` as a jail does, once. */
  loadFamily(base: string): Family;
  /** The same as if nothing else had been read before, which only matters for cycles of includes. */
  loadAlone(base: string): Family;
}

/** Reads and resolves the configuration in a snapshot for one release of fail2ban. */
export function resolve(snapshot: Snapshot, release: Release): Setup {
  const sources = createSources(snapshot);
  const daemon = readDaemon(loadFamily(freshContext(snapshot, sources, release), 'fail2ban'), release);
  const context = freshContext(snapshot, sources, release);
  const jailFamily = loadFamily(context, 'jail');
  const families = new Map<string, Family>();
  const builtIn = builtInOptions(snapshot.root, release);
  const added = new Map<string, ReadonlyMap<string, Value>>();
  function loadOnce(base: string): Family {
    const family = families.get(base) ?? loadFamily(context, base);
    families.set(base, family);
    return family;
  }
  const lookup = { merged: jailFamily, builtIn, added };
  const jails = jailNames(jailFamily).map(name =>
    readJail({ release, lookup, added, loadFamily: loadOnce }, name),
  );
  return {
    snapshot,
    release,
    sources,
    daemon,
    jailFamily,
    jailLookup: { merged: jailFamily, builtIn },
    enabledJailLookup: lookup,
    jails,
    loadFamily: loadOnce,
    loadAlone: base => loadFamily(freshContext(snapshot, sources, release), base),
  };
}

/** The includes that were followed are remembered from the jails on; the fail2ban family has its own memory. */
function freshContext(snapshot: Snapshot, sources: Sources, release: Release): LoadContext {
  return { snapshot, sources, release, includes: new Map() };
}

/** What fail2ban itself puts into `[DEFAULT]` of the jails. */
export function builtInOptions(root: string, release: Release): ReadonlyMap<string, Text> {
  const options = new Map([['fail2ban_version', madeText(release.version)]]);
  if (isAtLeast(release, '1.0')) options.set('fail2ban_confpath', madeText(root));
  return options;
}

/** Names that can be given as filter or action: each `NAME.conf` or `NAME.local` in `filter.d` or `action.d`. */
export function definitionNames({ snapshot }: Setup, kind: 'filter' | 'action'): readonly string[] {
  const directory = joinPath(snapshot.root, `${kind}.d`);
  const names = new Set<string>();
  for (const name of snapshot.names(directory)) {
    if (!/\.(conf|local)$/.test(name)) continue;
    const entry = snapshot.entry(joinPath(directory, name));
    if (entry !== undefined && entry.kind !== 'directory') names.add(withoutExtension(name));
  }
  return [...names].sort(compareCodePoints);
}

/** What ends the load of everything, so that fail2ban sends no command at all. */
export function loadFails({ daemon, jailFamily, jails, release }: Setup): boolean {
  const families = [daemon.family, jailFamily];
  return (
    families.some(family => family.failures.length > 0 || (!family.read && isAtLeast(release, '1.1.1'))) ||
    daemon.errors.length > 0 ||
    !isLogLevel(textOf(daemon.early, 'loglevel')) ||
    jails.some(jail => jail.errors.length > 0)
  );
}

/** The lines `fail2ban-client -d` prints; none where the load fails. */
export function commandLines(setup: Setup): readonly string[] {
  if (loadFails(setup)) return [];
  const commands: Command[] = [...daemonCommands(setup.daemon)];
  const starts: Command[] = [];
  for (const jail of setup.jails) {
    if (!jail.enabled) continue;
    const sent = jailCommands(jail, setup.release, setup.snapshot.root);
    if (sent.errors.length > 0) return [];
    for (const command of sent.commands) commands.push(command);
    if (sent.starts) starts.push(['start', jail.name]);
  }
  return [...commands, ...starts].map(formatCommand);
}
