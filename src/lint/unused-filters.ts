import { filterOptions } from '../knowledge/reader-options';
import { combineDefinition } from '../resolve/combine';
import { createDefinition, readDefinition } from '../resolve/definition';
import type { Family } from '../resolve/family';
import { madeText, type Text } from '../text/text';
import { isStockOption } from './from-stock';
import type { Model } from './model';
import type { TreeFile } from './tree-files';

/** A filter no enabled jail uses, as a jail without parameters of its own would read it. */
export interface UnusedFilter {
  readonly family: Family;
  readonly texts: ReadonlyMap<string, Text | undefined>;
}

const byModel = new WeakMap<Model, readonly UnusedFilter[]>();

/** The filters no enabled jail uses that somebody but the package wrote in. Those that can't be read are left out. */
export function unusedFilters(model: Model): readonly UnusedFilter[] {
  const known = byModel.get(model) ?? readAll(model);
  byModel.set(model, known);
  return known;
}

function readAll({ setup, files }: Model): readonly UnusedFilter[] {
  const bases = new Set(
    files.filter(isWritten).map(({ file }) => file.name.replace(/\.(?:conf|local)$/, '')),
  );
  return [...bases].flatMap(base => {
    const family = setup.loadAlone(base);
    if (family.failures.length > 0 || !family.sections.has('Definition')) return [];
    const given = new Map([['logtype', madeText('file')]]);
    const definition = createDefinition(family, filterOptions, given, setup.release);
    if (readDefinition(definition, new Map(), true).length > 0) return [];
    const combined = combineDefinition(definition, new Set());
    return combined.kind === 'texts' ? [{ family, texts: combined.texts }] : [];
  });
}

function isWritten({ file, kind, isRead }: TreeFile): boolean {
  if (isRead || kind !== 'filter') return false;
  return file.tree.sections.some(section =>
    section.options.some(option => !isStockOption(file, section, option)),
  );
}
