import type { JudgedFix } from '../lint/fix';
import { sarifFile, sarifRegion } from './sarif-place';
import { sarifText } from './sarif-rule';

/** A fix in SARIF, its edits by file. */
export function sarifFix({ title, edits }: JudgedFix, directory: string) {
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
