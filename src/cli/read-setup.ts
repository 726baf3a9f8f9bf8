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

/** Reads and resolves the tree in a directory. */
export function readSetup(directory: string, options: TreeOptions): Setup {
  if (options.base !== 'auto' && options.base !== 'none') {
    throw new UserError(
      `--base ${options.base} is not available`,
      'a tree is read as it is; leave --base out or say none',
    );
  }
  return resolve(diskSnapshot(directory), releaseFor(options));
}
