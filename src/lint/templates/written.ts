import { closestName } from '../../text/closest-name';
import { lastUpTo } from '../../text/last-up-to';

/** What a template writes itself, in whatever branch. */
export interface Written {
  /** Names of the sections, as they are written. */
  readonly sections: ReadonlySet<string>;
  /** Names of options in lower case that the section around an offset sets. */
  optionsAt(offset: number): ReadonlySet<string>;
  /** Names in `%(name)s` that the package does not set, nor one like it: a misspelt name is nobody's. */
  readonly references: ReadonlySet<string>;
}

/** Reads a template line by line, whatever its statements say. `known` are the names that the package sets. */
export function writtenIn(text: string, known: ReadonlySet<string>): Written {
  const byName = new Map<string, Set<string>>([['', new Set()]]);
  const starts: { readonly start: number; readonly options: Set<string> }[] = [
    { start: 0, options: byName.get('')! },
  ];
  let start = 0;
  for (const line of text.split('\n')) {
    const header = /^\[(.+)\]/.exec(line)?.[1];
    if (header !== undefined) {
      const options = byName.get(header) ?? new Set();
      byName.set(header, options);
      starts.push({ start, options });
    }
    const key = /^(\w[\w./-]*)\s*[=:]/.exec(line)?.[1];
    if (key !== undefined) starts.at(-1)!.options.add(key.toLowerCase());
    start += line.length + 1;
  }
  const references = new Set<string>();
  for (const [, name] of text.matchAll(/%\(([\w.-]{1,60})\)s/g)) references.add(name!.toLowerCase());
  for (const name of references)
    if (known.has(name) || closestName(name, known) !== undefined) references.delete(name);
  return {
    sections: new Set(byName.keys()),
    optionsAt: offset => lastUpTo(starts, offset, each => each.start)!.options,
    references,
  };
}
