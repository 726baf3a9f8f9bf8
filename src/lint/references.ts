import type { TreeFile } from './tree-files';

/** Names that values of some files ask for. */
export interface References {
  /** Whether a value asks for an option of this name (in lower case), be it as `%(name)s` or as `<name>`. */
  has(name: string): boolean;
}

/** `%(name)s`, `%(section/name)s`; the limit keeps the search short in a text full of `%(`. */
const interpolation = /%\(([^()%\n]{1,100})\)s/g;
const tag = /<([^\s<>]{1,100})>/g;
/** `<mdre-<mode>>`: what is asked for is known by its beginning alone. */
const tagBeginning = /<([^\s<>]{2,100})(?=<[^\s<>]{1,100}>)/g;

/** What the values in the given files ask for. Every value counts, read or not: a variable may wait for its use. */
export function collectReferences(files: readonly TreeFile[]): References {
  const names = new Set<string>();
  const beginnings = new Set<string>();
  for (const { file } of files) {
    for (const { value } of file.tree.sections.flatMap(section => section.options)) {
      if (value.includes('%(')) addAll(names, value, interpolation);
      if (!value.includes('<')) continue;
      addAll(names, value, tag);
      addAll(beginnings, value, tagBeginning);
    }
  }
  return {
    has: name => names.has(name) || [...beginnings].some(beginning => name.startsWith(beginning)),
  };
}

/** `known/port` and `sshd/port` ask for `port` as well. */
function addAll(found: Set<string>, value: string, pattern: RegExp): void {
  for (const [, asked = ''] of value.matchAll(pattern)) {
    found.add(asked.slice(asked.lastIndexOf('/') + 1).toLowerCase());
  }
}
