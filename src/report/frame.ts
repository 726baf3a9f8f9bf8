import type { Range } from '../lint/finding';
import { isAscii } from '../text/ascii';
import type { LineIndex } from '../text/line-index';
import { printable } from '../text/printable';
import type { Palette } from './palette';

/** How much of a long line is shown, in columns. */
const widest = 100;

/** How a range is marked: what is wrong, or what has to do with it. */
export type Mark = '^' | '-';

/** The first line of a range with its number and a mark below, each line indented by `indent` blanks. */
export function frame(
  range: Range,
  lines: LineIndex,
  { mark, indent, numberWidth }: { mark: Mark; indent: number; numberWidth: number },
  palette: Palette,
): string {
  const line = lines.line(range.start.line);
  if (line === undefined) return '';
  const text = range.file.text.slice(line.start, line.end);
  const start = range.start.column - 1;
  const end = range.end.line === range.start.line ? range.end.column - 1 : text.length;
  const shown = cutLine(text, start, end);
  const margin = ' '.repeat(indent);
  const number = String(range.start.line).padStart(numberWidth);
  const under = ' '.repeat(width(shown.before)) + mark.repeat(Math.max(1, width(shown.marked)));
  return [
    `${margin}${palette.dim(`${number} │`)} ${shown.before}${shown.marked}${shown.after}`.trimEnd(),
    `${margin}${palette.dim(`${' '.repeat(numberWidth)} │`)} ${palette.severity[mark === '^' ? 'error' : 'info'](under)}`,
  ].join('\n');
}

/** The part of a line around the mark, made safe to print. */
function cutLine(
  text: string,
  start: number,
  end: number,
): { before: string; marked: string; after: string } {
  const from = end <= widest ? 0 : Math.max(0, start - 30);
  const to = Math.min(text.length, from + widest);
  const before = show(text.slice(from, start));
  const marked = show(text.slice(start, Math.min(end, to)));
  return {
    before: (from > 0 ? '…' : '') + before,
    marked: marked + (end > to ? '…' : ''),
    after: show(text.slice(Math.min(end, to), to)) + (to < text.length && end <= to ? '…' : ''),
  };
}

function show(text: string): string {
  return printable(text.replaceAll('\t', ' '));
}

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}]/u;

/** Columns a terminal needs: East Asian characters take two, combining marks none. */
function width(text: string): number {
  if (isAscii(text)) return text.length;
  let columns = 0;
  for (const character of text) columns += /\p{M}/u.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return columns;
}
