import type { Snapshot } from '../files/snapshot';

/** A configuration directory to read, and the one file of it that was asked for. */
export interface Tree {
  readonly directory: string;
  /** Name in the tree; undefined where the whole tree was asked for. */
  readonly file: string | undefined;
  /** Names in the tree -> paths on disk, where the files don't lie in the directory by their names, as those of a role. */
  readonly files?: ReadonlyMap<string, string>;
  /** All of it, where it is not what lies in the directory. */
  readonly snapshot?: Snapshot;
}

/** What lies below a path. */
export interface FoundTrees {
  readonly trees: readonly Tree[];
  /** Directories of fragments, which can't be linted. */
  readonly fragments: readonly string[];
}
