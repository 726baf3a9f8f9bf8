import type { SourceFile } from '../resolve/source';
import type { Section } from '../syntax/tree';
import type { Fix } from './fix';
import { atSpan } from './place';

/** Another name for a section, with all that stands in it. */
export function renameSection(file: SourceFile, { name, nameSpan }: Section, to: string): Fix {
  return {
    title: `write [${to}]`,
    edits: [{ kind: 'replace', at: atSpan(file, nameSpan), text: to }],
    renamed: new Map([[name, to]]),
    changes: [name, to].map(each => ({ section: each.split('?', 1)[0]! })),
  };
}
