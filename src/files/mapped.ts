import { languageOf, templateKind } from '../text/template-kind';
import { withoutTemplateSuffix } from './discovery/tree-name';
import { diskSnapshot } from './disk';
import { joinPath, sortByCodePoint } from './posix-path';
import type { Entry, Snapshot } from './snapshot';

/**
 * A configuration whose files lie elsewhere than their names say, as those of a role do. `files` maps names below the configuration
 * directory to paths on disk; each entry says where it is from.
 */
export function mappedSnapshot(root: string, files: ReadonlyMap<string, string>): Snapshot {
  const disk = diskSnapshot(root);
  const entries = new Map<string, Entry | undefined>();
  const directories = new Map<string, Set<string>>();
  for (const name of files.keys()) {
    const [first = '', second] = name.split('/');
    addTo(disk.root, first);
    if (second !== undefined) addTo(joinPath(disk.root, first), second);
  }

  function addTo(directory: string, name: string): void {
    const names = directories.get(directory) ?? new Set<string>();
    directories.set(directory, names.add(name));
  }

  function read(path: string): Entry | undefined {
    const source = path.startsWith(`${disk.root}/`) ? files.get(path.slice(disk.root.length + 1)) : undefined;
    if (source === undefined) return directories.has(path) ? { kind: 'directory' } : undefined;
    const entry = disk.entry(source);
    if (entry?.kind === 'undecodable' && source !== path) return { ...entry, source };
    if (entry?.kind !== 'text') return entry;
    const template =
      templateKind(source, entry.text) ??
      (mayBeTemplate(source, entry.text) ? languageOf(entry.text) : undefined);
    return { ...entry, ...(source !== path && { source }), ...(template !== undefined && { template }) };
  }

  function entry(path: string): Entry | undefined {
    if (!entries.has(path)) entries.set(path, read(path));
    return entries.get(path);
  }

  return {
    root: disk.root,
    isScattered: [...files].some(
      ([name, source]) => withoutTemplateSuffix(source) !== joinPath(disk.root, name),
    ),
    get templates() {
      return [...files.keys()]
        .map(name => joinPath(disk.root, name))
        .filter(path => {
          const found = entry(path);
          return found?.kind === 'text' && found.template !== undefined;
        });
    },
    entry,
    names: directory => sortByCodePoint([...(directories.get(directory) ?? [])]),
  };
}

/** Salt, and Puppet of old, tell templates by where they lie. In `files` of other tools such text stands for itself, but not statements. */
function mayBeTemplate(path: string, text: string): boolean {
  return /(?:^|\/)(?:templates?|salt)\//.test(path) || /\{%[-+]?\s*(?:if|for|set|from|import)\b/.test(text);
}
