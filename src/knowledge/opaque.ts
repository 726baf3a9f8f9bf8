import { textHash } from '../text/text-hash';

/**
 * Stands for what isn't known in a text that stands for a stock file: a noncharacter. No log has it, so as a part of a regex it matches
 * nothing.
 */
export const opaque = '\ufdd0';

/** Noncharacters too, one for each digit. */
const firstDigit = 0xfde0;
const digits = 4;

/** A mark of a line that is left out, so that one and the same line can be told from others. */
export function lineMark(line: string): string {
  const hash = Number.parseInt(textHash(line).slice(-6), 36);
  const marks = Array.from({ length: digits }, (_, digit) => firstDigit + ((hash >> (4 * digit)) & 15));
  return String.fromCharCode(...marks);
}

/** Whether the lines of a text that stands for another one (marked or not) have a line. */
export function hasLine(lines: readonly string[], line: string): boolean {
  let mark: string | undefined;
  return lines.some(each => {
    if (each === line || !each.includes(opaque)) return each === line;
    mark ??= lineMark(line);
    return each.includes(mark);
  });
}

/** A text for people to read, with an ellipsis for what isn't known. */
export function readable(text: string): string {
  return text.includes(opaque) ? text.replace(/[\ufdd0-\ufdef]+/g, '…') : text;
}
