import type { Position } from '../text/span';
import { sarifFile, sarifRegion } from './sarif-place';
import { sarifText } from './sarif-rule';

/** A fix with the places of its edits found. */
export interface PlacedFix {
  readonly title: string;
  /** Lines and columns from 1 in the files as they are; they do not overlap. */
  readonly edits: readonly {
    readonly path: string;
    readonly start: Position;
    readonly end: Position;
    readonly text: string;
  }[];
}

/** A fix in SARIF, its edits by file. */
export function sarifFix({ title, edits }: PlacedFix, directory: string) {
  const paths = [...new Set(edits.map(({ path }) => path))];
  return {
    description: { text: sarifText(title) },
    artifactChanges: paths.map(path => ({
      artifactLocation: sarifFile(path, directory),
      replacements: edits
        .filter(edit => edit.path === path)
        .map(({ start, end, text }) => ({
          deletedRegion: sarifRegion(start, end),
          ...(text !== '' && { insertedContent: { text } }),
        })),
    })),
  };
}
