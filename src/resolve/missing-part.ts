import { joinPath } from '../files/posix-path';
import type { Snapshot } from '../files/snapshot';
import { isStockFile } from '../knowledge/stock';
import { createSources } from './source';

/**
 * What a configuration lacks that every package of fail2ban brings, in words; undefined for one that is complete as it is. Filters and
 * actions belong to a jail.conf that has stock jails.
 */
export function missingPart(snapshot: Snapshot): string | undefined {
  const has = (name: string) => snapshot.entry(joinPath(snapshot.root, name)) !== undefined;
  const missing = ['jail.conf', 'fail2ban.conf', 'filter.d', 'action.d'].find(name => !has(name));
  if (missing !== undefined) return `it has no ${missing}`;
  const jails = createSources(snapshot)(joinPath(snapshot.root, 'jail.conf'))?.tree.sections ?? [];
  const includes = jails.find(({ name }) => name === 'INCLUDES')?.options ?? [];
  const absent = includes
    .flatMap(({ value }) => value.split('\n'))
    .find(name => isStockFile(name) && !has(name));
  if (absent !== undefined) return `it has no ${absent}, which its jail.conf includes`;
  const filters = jails.map(({ name }) => `filter.d/${name}.conf`).filter(isStockFile);
  const lacking = filters.filter(name => !has(name));
  return lacking.length * 2 > filters.length
    ? `it has no ${lacking[0]} for the jails of its jail.conf`
    : undefined;
}
