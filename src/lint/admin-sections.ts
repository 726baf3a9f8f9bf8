import { isPackagedFile } from '../knowledge/packaged-files';
import type { SourceFile } from '../resolve/source';
import type { Section } from '../syntax/tree';
import type { Model } from './model';
import { staleCopies } from './stale-copies';

/** A section as it stands in a file. */
export interface WrittenSection {
  readonly file: SourceFile;
  readonly section: Section;
  /** The one below it in the file. */
  readonly next: Section | undefined;
}

/**
 * The sections of the jail files by their names, in load order: those the admin wrote. Packaged files are left out, and so are copies
 * of them, whose sections say nothing about what the admin wants.
 */
export function adminSections(model: Model): ReadonlyMap<string, readonly WrittenSection[]> {
  const copies = staleCopies(model);
  const found = new Map<string, WrittenSection[]>();
  for (const file of new Set(model.setup.jailFamily.files)) {
    if (isPackagedFile(file.name) || copies.has(file)) continue;
    for (const [index, section] of file.tree.sections.entries()) {
      const next = file.tree.sections[index + 1];
      const known = found.get(section.name);
      if (known === undefined) found.set(section.name, [{ file, section, next }]);
      else known.push({ file, section, next });
    }
  }
  return found;
}
