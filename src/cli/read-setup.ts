import type { Snapshot } from '../files/snapshot';
import { findRelease, releaseNames } from '../knowledge/release';
import { type ChosenRelease, inferRelease } from '../resolve/infer-release';
import { resolve, type Setup } from '../resolve/setup';
import { UserError } from './io';
import { type BaseOptions, layBase } from './lay-base';

/** Options of every command that reads a tree. */
export interface TreeOptions {
  /** Undefined: `auto`. */
  readonly fail2ban?: string | undefined;
  /** What a partial tree lies on: `auto`, `none`, a release or a directory. Undefined: `auto`. */
  readonly base?: string | undefined;
}

/** The release asked for with `--fail2ban`, or the one the files point to. */
export function chooseRelease(
  { fail2ban = 'auto' }: Pick<TreeOptions, 'fail2ban'>,
  snapshot: Snapshot,
): ChosenRelease {
  if (fail2ban === 'auto') {
    const chosen = inferRelease(snapshot);
    return snapshot.base === undefined ? chosen : { ...chosen, why: `its base is ${snapshot.base.name}` };
  }
  const release = findRelease(fail2ban);
  if (release === undefined) {
    throw new UserError(
      `f2blint does not know fail2ban ${fail2ban}`,
      `one of auto, ${releaseNames.join(', ')}, or a full number such as 1.0.2`,
    );
  }
  return { release, why: undefined };
}

/** A resolved tree; `why` is the reason for the release where nobody chose it. */
export interface ReadSetup {
  readonly setup: Setup;
  readonly why: string | undefined;
}

/** Lays a tree on its base and resolves it. */
export async function resolveSnapshot(
  tree: Snapshot,
  options: TreeOptions & BaseOptions,
): Promise<ReadSetup> {
  const snapshot = await layBase(tree, options);
  const { release, why } = chooseRelease(options, snapshot);
  return { setup: resolve(snapshot, release), why };
}
