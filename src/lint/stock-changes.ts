import { releasesWith, type StockFile } from '../knowledge/stock';
import type { SourceFile } from '../resolve/source';
import type { Option, Section } from '../syntax/tree';

/** One setting of a file that is not as in a release. */
export interface StockChange {
  readonly kind: 'changed' | 'added' | 'removed';
  readonly section: string;
  readonly key: string;
  /** What the release has; undefined for what only its hash is known of. */
  readonly was: string | undefined;
  readonly is: string | undefined;
  /** Where it stands; of what was removed the section it is missing in, if that is there. */
  readonly option: Option | undefined;
  readonly written: Section | undefined;
  /** Whether some other release has it so. */
  readonly isStockElsewhere: boolean;
}

/** The settings of a file that differ from those of one release that has the file, in the order of the file, the missing ones last. */
export function changesFrom({ tree }: SourceFile, stock: StockFile, release: string): readonly StockChange[] {
  const changes: StockChange[] = [];
  const seen = new Map<string, Set<string>>();
  for (const written of tree.sections) {
    const section = written.name;
    const known = stock.sections.get(section)?.options;
    const keys = seen.get(section) ?? new Set<string>();
    seen.set(section, keys);
    for (const option of written.options) {
      const { key, value } = option;
      keys.add(key);
      const values = known?.get(key) ?? [];
      const before = values.find(each => each.releases.includes(release));
      const same = releasesWith(values, value);
      if (same.includes(release)) continue;
      const kind = before === undefined ? 'added' : 'changed';
      const isStockElsewhere = same.length > 0;
      changes.push({ kind, section, key, was: before?.value, is: value, option, written, isStockElsewhere });
    }
  }
  for (const [section, { options }] of stock.sections) {
    const written = tree.sections.find(({ name }) => name === section);
    for (const [key, values] of options) {
      const before = values.find(each => each.releases.includes(release));
      if (before === undefined || seen.get(section)?.has(key)) continue;
      const has = (other: string) => values.some(each => each.releases.includes(other));
      const isStockElsewhere = !stock.releases.every(has);
      changes.push({
        kind: 'removed',
        section,
        key,
        was: before.value,
        is: undefined,
        option: undefined,
        written,
        isStockElsewhere,
      });
    }
  }
  return changes;
}
