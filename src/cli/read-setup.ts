import { diskSnapshot } from '../files/disk';
import type { Snapshot } from '../files/snapshot';
import { findRelease, releaseNames } from '../knowledge/release';
import { type ChosenRelease, inferRelease } from '../resolve/infer-release';
import { resolve, type Setup } from '../resolve/setup';
import { UserError } from './io';

/** Options of every command that reads a tree. */
export interface TreeOptions {
  /** Undefined: `auto`. */
  readonly fail2ban?: string | undefined;
  readonly base: string;
}

/** The release asked for with `--fail2ban`, or the one the files point to. */
export function chooseRelease(
  { fail2ban = 'auto' }: Pick<TreeOptions, 'fail2ban'>,
  snapshot: Snapshot,
): ChosenRelease {
  if (fail2ban === 'auto') return inferRelease(snapshot);
  const release = findRelease(fail2ban);
  if (release === undefined) {
    throw new UserError(
      `f2blint does not know fail2ban ${fail2ban}`,
      `one of auto, ${releaseNames.join(', ')}, or a full number such as 1.0.2`,
    );
  }
  return { release, why: undefined };
}

/** A tree is read as it is: there is nothing yet that it could lie on. */
export function checkBase({ base }: TreeOptions): void {
  if (base === 'auto' || base === 'none') return;
  throw new UserError(
    `--base ${base} is not available`,
    'a tree is read as it is; leave --base out or say none',
  );
}

/** A resolved tree; `why` is the reason for the release where nobody chose it. */
export interface ReadSetup {
  readonly setup: Setup;
  readonly why: string | undefined;
}

/** Reads and resolves the tree in a directory. */
export function readSetup(directory: string, options: TreeOptions): ReadSetup {
  return resolveSnapshot(diskSnapshot(directory), options);
}

/** Resolves a tree. */
export function resolveSnapshot(snapshot: Snapshot, options: TreeOptions): ReadSetup {
  checkBase(options);
  const { release, why } = chooseRelease(options, snapshot);
  return { setup: resolve(snapshot, release), why };
}
