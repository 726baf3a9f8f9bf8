import { lineBefore } from '../text/whole-lines';
import type { Option } from './tree';

/** The white space in front of a further line of a value: as the others have it, else so that it stands below the first. */
export function valueIndent(text: string, { keySpan, delimiter, valueLines }: Option): string {
  const [first, ...rest] = valueLines;
  const second = rest.find(line => line.start < line.end);
  if (second !== undefined) return lineBefore(text, second.start);
  if (first !== undefined && first.start < first.end && first.start > delimiter.end) {
    return ' '.repeat(lineBefore(text, first.start).length);
  }
  return `${lineBefore(text, keySpan.start)}    `;
}
