import { isOpaque } from '../text/opaque';
import { textHash } from '../text/text-hash';

/** Noncharacters, one for each digit. */
const firstDigit = 0xfde0;
const digits = 4;

/** The mark of a line of a stock file that is left out, so that the same line can be told from others. */
export function lineMark(line: string): string {
  const hash = Number.parseInt(textHash(line).slice(-6), 36);
  const marks = Array.from({ length: digits }, (_, digit) => firstDigit + ((hash >> (4 * digit)) & 15));
  return String.fromCharCode(...marks);
}

/** Whether a line is one of some others, which may be opaque. */
export function hasLine(lines: readonly string[], line: string): boolean {
  let mark: string | undefined;
  return lines.some(each => {
    if (each === line || !isOpaque(each)) return each === line;
    mark ??= lineMark(line);
    return each.includes(mark);
  });
}
