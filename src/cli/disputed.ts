import type { Diagnostic } from '../lint/finding';
import { sourcePath } from '../resolve/source';
import type { Judged } from './settle-baselines';

/**
 * Trees may share files, as those of a role with versions for Debian and Red Hat do. A comment that hides nothing in one may be needed in
 * another, so nothing is said of unused ones in a file that has comments in use elsewhere.
 */
export function settleUnused(judged: readonly Judged[]): readonly Judged[] {
  const users = new Map<string, Set<Judged>>();
  for (const each of judged) {
    for (const { diagnostic, by } of each.tree.outcome.suppressed) {
      if (by.kind !== 'inline') continue;
      const path = sourcePath(diagnostic.range.file);
      users.set(path, (users.get(path) ?? new Set()).add(each));
    }
  }
  if (users.size === 0 || judged.length === 1) return judged;
  return judged.map(each => {
    const isDisputed = ({ rule, range }: Diagnostic) =>
      rule === 'suppression/unused' &&
      [...(users.get(sourcePath(range.file)) ?? [])].some(other => other !== each);
    const { tree } = each;
    return {
      ...each,
      tree: { ...tree, shows: diagnostic => tree.shows(diagnostic) && !isDisputed(diagnostic) },
    };
  });
}
