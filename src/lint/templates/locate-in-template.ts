import type { SourceFile, TextFile } from '../../resolve/source';
import type { Rendered } from '../../syntax/template/render';
import type { Option } from '../../syntax/tree';
import { lastUpTo } from '../../text/last-up-to';
import { type LineIndex, lineIndex } from '../../text/line-index';
import type { Span } from '../../text/span';
import type { Range } from '../finding';

/** Finds ranges of a printed file in the template it was made from. */
export interface TemplateLocator {
  /** Undefined where an expression stands in it, or decides what the value is that it covers. */
  exact(range: Range): Range | undefined;
  /** The same for a place that is only pointed to: an expression as a whole where one stands there. */
  near(range: Range): Range;
}

export function createLocator(
  template: TextFile,
  { text, map }: Rendered,
  printed: SourceFile,
): TemplateLocator {
  const from = lineIndex(text);
  const to = lineIndex(template.text);
  const options = printed.tree.sections.flatMap(section => section.options);
  const rangeOf = (start: number, end: number): Range => ({
    file: template,
    start: to.position(start),
    end: to.position(end),
  });

  function exactSpan(span: Span): Span | undefined {
    // the file as a whole
    if (span.end === 0) return point(0);
    const pieces = map.between(span.start, span.end);
    const [first] = pieces;
    const last = pieces.at(-1);
    if (first === undefined || last === undefined) return undefined;
    if (span.start === span.end) {
      if (first.isLiteral) return point(first.start + span.start - first.at);
      return span.start === first.at ? point(first.start) : undefined;
    }
    if (pieces.some(piece => !piece.isLiteral)) return undefined;
    const found = { start: first.start + span.start - first.at, end: last.start + span.end - last.at };
    // statements may stand between lines, not within one
    const isOneLine = to.position(found.start).line === to.position(found.end).line;
    return isOneLine && found.end - found.start !== span.end - span.start ? undefined : found;
  }

  return {
    exact(range) {
      const span = offsets(range, from);
      const option = lastUpTo(options, span.start, ({ keySpan }) => keySpan.start);
      if (option !== undefined && coversValue(option, span) && isOpen(option)) return undefined;
      const found = exactSpan(span);
      return found && rangeOf(found.start, found.end);
    },
    near(range) {
      const span = offsets(range, from);
      const found = exactSpan(span);
      if (found !== undefined) return rangeOf(found.start, found.end);
      const [first] = map.between(span.start, span.end);
      return first === undefined ? rangeOf(0, 0) : rangeOf(first.start, first.end);
    },
  };

  /** Whether an expression stands anywhere in the value. */
  function isOpen({ valueLines }: Option): boolean {
    const last = valueLines.at(-1)!;
    return map.between(valueLines[0]!.start, last.end).some(piece => !piece.isLiteral);
  }
}

function point(offset: number): Span {
  return { start: offset, end: offset };
}

function offsets({ start, end }: Range, lines: LineIndex): Span {
  const offset = ({ line, column }: Range['start']) => (lines.line(line)?.start ?? 0) + column - 1;
  return { start: offset(start), end: offset(end) };
}

/** Whether the first line of the value that isn't empty is marked as a whole, which stands for all of it. */
function coversValue({ valueLines }: Option, { start, end }: Span): boolean {
  const first = valueLines.find(line => line.start < line.end);
  return first !== undefined && start <= first.start && end >= first.end;
}
