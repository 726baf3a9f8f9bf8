import { diskSnapshot } from '../files/disk';
import { defaultRelease, findRelease, type Release, releaseNames } from '../knowledge/release';
import { resolve, type Setup } from '../resolve/setup';
import { UserError } from './io';

/** Options of every command that reads a tree. */
export interface TreeOptions {
  readonly fail2ban: string;
  readonly base: string;
}

/** The release asked for with `--fail2ban`. */
export function releaseFor({ fail2ban }: TreeOptions): Release {
  if (fail2ban === 'auto') return defaultRelease;
  const release = findRelease(fail2ban);
  if (release === undefined) {
    throw new UserError(
      `f2blint does not know fail2ban ${fail2ban}`,
      `one of auto, ${releaseNames.join(', ')}, or a full number such as 1.0.2`,
    );
  }
  return release;
}

/** A tree is read as it is: there is nothing yet that it could lie on. */
export function checkBase({ base }: TreeOptions): void {
  if (base === 'auto' || base === 'none') return;
  throw new UserError(
    `--base ${base} is not available`,
    'a tree is read as it is; leave --base out or say none',
  );
}

/** Reads and resolves the tree in a directory. */
export function readSetup(directory: string, options: TreeOptions): Setup {
  checkBase(options);
  return resolve(diskSnapshot(directory), releaseFor(options));
}
