import { lineIndex } from '../../text/line-index';
import type { Diagnostic } from '../finding';
import type { Way } from './choice-tree';
import type { TemplateFile } from './template-files';

/** Where a finding stands in a template. */
export interface Spot {
  readonly path: string;
  readonly offset: number;
  readonly way: Way;
}

/** Undefined for a finding in a file that is no template. */
export type SpotOf = (diagnostic: Diagnostic) => Spot | undefined;

export function createSpots(files: readonly TemplateFile[]): SpotOf {
  const byPath = new Map(files.map(each => [each.file.path, { each, lines: lineIndex(each.file.text) }]));
  return ({ range: { file, start } }) => {
    const found = byPath.get(file.path);
    if (found === undefined) return undefined;
    const offset = (found.lines.line(start.line)?.start ?? 0) + start.column - 1;
    return { path: file.path, offset, way: found.each.wayTo(offset) };
  };
}
