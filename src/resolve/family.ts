import type { Snapshot } from '../files/snapshot';
import type { SyntaxProblem } from '../syntax/tree';
import type { InterpolationError } from './interpolate';
import type { Setting } from './setting';
import type { SourceFile } from './source';

/**
 * The merged files of one base name (`jail`, `fail2ban`, `filter.d/sshd`, …): `BASE.conf`, `BASE.d/*.conf`, `BASE.local`,
 * `BASE.d/*.local` with their includes.
 */
export interface Family {
  readonly base: string;
  /** In load order; a file that is included twice stands here twice. */
  readonly files: readonly SourceFile[];
  readonly defaults: ReadonlyMap<string, Setting>;
  /**
   * All sections but `[DEFAULT]`, in order of first appearance. `KNOWN/NAME` holds what the last file that changed NAME
   * found there.
   */
  readonly sections: ReadonlyMap<string, ReadonlyMap<string, Setting>>;
  /** Files that exist but could not be read; fail2ban logs that and goes on (from 1.1.1 the family's own make it stop). */
  readonly skipped: readonly SourceFile[];
  /** Includes for which there is no file. */
  readonly missingIncludes: readonly Include[];
  /** Includes that lead back to a file above them in the chain; fail2ban leaves them out without a word. */
  readonly cycles: readonly Include[];
  /** What ends the load of everything; the rest was read all the same. */
  readonly failures: readonly LoadFailure[];
  /** Whether fail2ban takes the family as read. */
  readonly read: boolean;
}

/** One name in `before` or `after`. */
export interface Include {
  readonly path: string;
  readonly setting: Setting;
}

export type LoadFailure =
  | { readonly kind: 'syntax'; readonly file: SourceFile; readonly problem: SyntaxProblem }
  | { readonly kind: 'include'; readonly setting: Setting; readonly error: InterpolationError }
  /** Includes that lead round in a circle, or deeper than Python goes; nothing further was included. */
  | { readonly kind: 'include-depth'; readonly setting: Setting };

/** Names of the sections that are jails if the family is that of the jails, in the order fail2ban handles them. */
export function jailNames(family: Family): readonly string[] {
  return [...family.sections.keys()].filter(name => name !== 'INCLUDES' && !name.startsWith('KNOWN/'));
}

/**
 * Paths of a family's own files that exist, in load order (client/configreader.py). Names that start with a dot don't
 * match, and only the endings `.conf` and `.local` in this very case do.
 */
export function familyPaths(snapshot: Snapshot, basePath: string): readonly string[] {
  const directory = `${basePath}.d`;
  const names = snapshot.names(directory).filter(name => !name.startsWith('.'));
  const inDirectory = (ending: string) =>
    names.filter(name => name.endsWith(ending)).map(name => `${directory}/${name}`);
  return [`${basePath}.conf`, ...inDirectory('.conf'), `${basePath}.local`, ...inDirectory('.local')].filter(
    path => snapshot.entry(path) !== undefined,
  );
}
