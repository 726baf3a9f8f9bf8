import type { SourceFile } from '../resolve/source';
import type { SyntaxTree } from '../syntax/tree';
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

/** A file with more problems gets the fixes for the others once these are made. */
const mostAtOnce = 100;

/** Whether a problem is one of the first of its file, as for a fix the whole file is looked at. */
export function isAmongFirst({ problems }: SyntaxTree, start: number): boolean {
  return problems.length <= mostAtOnce || start <= problems[mostAtOnce - 1]!.span.start;
}
