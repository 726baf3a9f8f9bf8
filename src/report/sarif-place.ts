import type { Range } from '../lint/finding';
import { sourcePath } from '../resolve/source';
import type { Position } from '../text/span';
import { pathFrom } from './path-from';

/** A file in SARIF: relative to what the viewer takes for the source root, or a `file:` URI where it doesn't lie in it. */
export function sarifFile(path: string, directory: string) {
  const name = pathFrom(directory, path);
  const uri = name.split('/').map(encodeURIComponent).join('/');
  return name.startsWith('/') ? { uri: `file://${uri}` } : { uri, uriBaseId: '%SRCROOT%' };
}

/** Both ends count from 1, the end excluded, as SARIF has them too. */
export function sarifRegion(start: Position, end: Position) {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

export function sarifPlace({ file, start, end }: Range, directory: string) {
  return {
    physicalLocation: {
      artifactLocation: sarifFile(sourcePath(file), directory),
      region: sarifRegion(start, end),
    },
  };
}
