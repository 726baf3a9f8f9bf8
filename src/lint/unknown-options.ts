import type { Reader } from '../knowledge/known-option';
import { suggestOption } from '../knowledge/misspelt-options';
import { isKnownOption } from '../knowledge/options';
import { isPackagedFile } from '../knowledge/packaged-files';
import type { SourceFile } from '../resolve/source';
import type { Option, Section } from '../syntax/tree';
import type { Model } from './model';
import { collectReferences, type References } from './references';
import type { TreeFile } from './tree-files';

/** An option nobody reads whose name is nearly one that is read. */
export interface UnknownOption {
  readonly file: SourceFile;
  readonly section: Section;
  readonly option: Option;
  readonly reader: Reader;
  /** What was probably meant. */
  readonly suggestion: string;
}

/**
 * Options that look misspelt: known to no release, asked for by no value of the files that could see them, in a section that some
 * reader looks at. Parameters in `[Init]`, names that start with `_` and packaged files are left out.
 */
export function findUnknownOptions({
  written,
  allFiles,
}: Pick<Model, 'written' | 'allFiles'>): readonly UnknownOption[] {
  const references = new Map<TreeFile['kind'], References>();
  const referencesFor = (kind: TreeFile['kind']) => {
    const found = references.get(kind) ?? collectReferences(allFiles().filter(each => sees(each.kind, kind)));
    references.set(kind, found);
    return found;
  };
  return written
    .filter(({ file }) => !isPackagedFile(file.name))
    .flatMap(({ file, kind }) =>
      file.tree.sections.flatMap(section => {
        const reader = readerOf(kind, section.name);
        if (reader === undefined) return [];
        return section.options.flatMap(option => {
          if (option.key.startsWith('_') || isKnownOption(reader, option.key)) return [];
          const suggestion = suggestOption(reader, option.key);
          if (suggestion === undefined || referencesFor(kind).has(option.key)) return [];
          return [{ file, section, option, reader, suggestion }];
        });
      }),
    );
}

/** Jails pass values on to filters and actions; between those two, and to and from the daemon, nothing goes. */
function sees(asking: TreeFile['kind'], asked: TreeFile['kind']): boolean {
  return asking === asked || (asking === 'jail' && asked !== 'fail2ban');
}

/** Who reads the options of a section; undefined for sections that hold parameters or that nobody reads. */
function readerOf(kind: TreeFile['kind'], section: string): Reader | undefined {
  if (section === 'INCLUDES') return 'includes';
  if (kind === 'jail') return 'jail';
  if (kind !== 'fail2ban') return section === 'Definition' || section === 'DEFAULT' ? kind : undefined;
  if (section === 'Thread') return 'thread';
  return section === 'Definition' || section === 'DEFAULT' ? 'daemon' : undefined;
}
