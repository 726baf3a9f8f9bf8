import { joinPath } from '../files/posix-path';
import { isAtLeast } from '../knowledge/release';
import { type Family, familyPaths } from '../resolve/family';
import type { Setup } from '../resolve/setup';
import type { SourceFile } from '../resolve/source';
import type { TreeFile } from './tree-files';
import { onceUsed } from './use';

/**
 * What fail2ban does about a file it can't read, in words. Up to 1.1.0 it logs that and goes on; from 1.1.1 only with a file that
 * another one includes (client/configreader.py).
 */
export function describeSkip(setup: Setup, treeFile: TreeFile): string {
  const { file, isRead } = treeFile;
  if (endsStart(setup, treeFile)) return 'fail2ban will not start';
  const effect = isAllThereIs(setup, file) ? ' and every jail that uses it' : '';
  return `fail2ban skips the whole file${effect}${onceUsed(isRead ? 'used' : 'unused')}`;
}

/** Whether fail2ban would not start, or would leave out a jail, if it can't read the file. */
export function isNeeded(setup: Setup, treeFile: TreeFile): boolean {
  return endsStart(setup, treeFile) || isAllThereIs(setup, treeFile.file);
}

function endsStart(setup: Setup, { file, kind }: TreeFile): boolean {
  const family = kind === 'jail' ? setup.jailFamily : kind === 'fail2ban' ? setup.daemon.family : undefined;
  return family !== undefined && isAtLeast(setup.release, '1.1.1') && isOwn(setup, family, file.path);
}

/** Whether a jail finds no other file of its filter or action. */
function isAllThereIs(setup: Setup, file: SourceFile): boolean {
  return setup.jails.some(({ skipped }) => {
    if (skipped?.kind !== 'not-found') return false;
    return setup.loadFamily(`${skipped.what}.d/${skipped.text.value}`).skipped.includes(file);
  });
}

function isOwn({ snapshot }: Setup, { base }: Family, path: string): boolean {
  return familyPaths(snapshot, joinPath(snapshot.root, base)).includes(path);
}
