import { joinPath } from '../files/posix-path';
import type { Snapshot } from '../files/snapshot';
import { defaultRelease, findRelease, type Release } from '../knowledge/release';
import { filesSince, filesUntil011 } from '../knowledge/release-files';

/** The release a configuration is for. */
export interface ChosenRelease {
  readonly release: Release;
  /** What tells so, where nobody said it. */
  readonly why: string | undefined;
}

/**
 * The release whose stock files a configuration holds. An admin has one or another of them for himself, so most of those that came
 * with a release have to be there. The master branch reads nothing otherwise than 1.1.1 and is not told from it.
 */
export function inferRelease(snapshot: Snapshot): ChosenRelease {
  const isThere = (name: string) => snapshot.entry(joinPath(snapshot.root, name)) !== undefined;
  for (const [name, files] of filesSince) {
    const found = files.filter(isThere);
    if (found.length * 4 < files.length * 3) continue;
    return {
      release: findRelease(name)!,
      why: `it holds files that came with that release, such as ${found.at(-1)}`,
    };
  }
  if (filesUntil011.every(isThere)) {
    return {
      release: findRelease('0.11')!,
      why: `it holds ${filesUntil011.join(' and ')}, and nothing that came with 1.0`,
    };
  }
  return { release: defaultRelease, why: 'its files do not tell the release, and this is that of Debian 12' };
}
