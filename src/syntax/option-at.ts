import type { Option, Section, SyntaxTree } from './tree';

/** The section an offset stands in, its header included. */
export function sectionAt({ sections }: SyntaxTree, offset: number): Section | undefined {
  return lastBefore(sections, ({ header }) => header.start, offset);
}

/** The option that begins at an offset or is the last to begin before it in its section. */
export function lastOptionAt(tree: SyntaxTree, offset: number): Option | undefined {
  return lastBefore(sectionAt(tree, offset)?.options ?? [], ({ keySpan }) => keySpan.start, offset);
}

/** The option whose value holds the character at an offset. */
export function optionAt(tree: SyntaxTree, offset: number): Option | undefined {
  const option = lastOptionAt(tree, offset);
  return option?.valueLines.some(line => line.start <= offset && offset < line.end) ? option : undefined;
}

/** The last of things that stand in order whose start is not behind an offset. */
function lastBefore<Thing>(
  things: readonly Thing[],
  startOf: (thing: Thing) => number,
  offset: number,
): Thing | undefined {
  let low = 0;
  let high = things.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(things[middle]!) <= offset) low = middle + 1;
    else high = middle;
  }
  return things[low - 1];
}
