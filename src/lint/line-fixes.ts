import type { SourceFile } from '../resolve/source';
import type { Span } from '../text/span';
import { lineBefore, lineEndOf } from '../text/whole-lines';
import type { Edit } from './fix';
import { atSpan } from './place';

/** Other white space in front of what stands at a span, the first thing on its line. */
export function indentLine(file: SourceFile, { start }: Span, indent: string): Edit {
  const old = lineBefore(file.text, start).length;
  return { kind: 'replace', at: atSpan(file, { start: start - old, end: start }), text: indent };
}

/** A line above the one an offset stands on, with the same white space in front. */
export function lineAbove(file: SourceFile, offset: number, line: string): Edit {
  const before = lineBefore(file.text, offset);
  const at = offset - before.length;
  const [indent] = /^\s*/.exec(before)!;
  return {
    kind: 'replace',
    at: atSpan(file, { start: at, end: at }),
    text: indent + line + lineEndOf(file.text),
  };
}

/** The line of a span as a comment. */
export function commentOut(file: SourceFile, { start }: Span): Edit {
  return { kind: 'replace', at: atSpan(file, { start, end: start }), text: '# ' };
}
