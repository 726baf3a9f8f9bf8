import { sliceText, type Text } from './text';

/** The lines of a text that aren't empty, each with its place. */
export function linesOf(text: Text): readonly Text[] {
  const lines: Text[] = [];
  let start = 0;
  for (const line of text.value.split('\n')) {
    if (line !== '') lines.push(sliceText(text, start, start + line.length));
    start += line.length + 1;
  }
  return lines;
}
