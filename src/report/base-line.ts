import type { Snapshot } from '../files/snapshot';
import { printable } from '../text/printable';
import { count } from './count';

/** What trees were read on, why, and how to choose otherwise: a line for each base; empty where they were complete. */
export function baseLines(snapshots: readonly Snapshot[]): string {
  const trees = new Map<string, number>();
  for (const { base } of snapshots) {
    if (base === undefined) continue;
    const what = `on the files of ${base.name}${base.why === undefined ? '' : `, as ${base.why} (--base chooses another)`}`;
    trees.set(what, (trees.get(what) ?? 0) + 1);
  }
  return [...trees]
    .map(
      ([what, number]) =>
        `${snapshots.length === 1 ? '' : `${count(number, 'tree')} `}read ${printable(what)}\n`,
    )
    .join('');
}
