import { isOpaque, opaque } from '../text/opaque';
import { textHash } from '../text/text-hash';

/** Noncharacters, one for each digit, of which `opaque` is none. */
const firstDigit = 0xfdd1;
const base = 31;
const length = 5;

/** The mark of a line of a stock file that is left out, so that the same line can be told from others. */
export function lineMark(line: string): string {
  const hash = Number.parseInt(textHash(line).slice(-6), 36);
  return String.fromCharCode(
    ...Array.from({ length }, (_, digit) => firstDigit + (Math.floor(hash / base ** digit) % base)),
  );
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

/** What stands for a comment line (without white space around it) of a stock jail.conf. */
export function markedComment(line: string): string {
  return `#${opaque}${lineMark(line)}`;
}
