/** How many of things that stand in order start at an offset or before it. */
export function countUpTo<Thing>(
  things: readonly Thing[],
  offset: number,
  startOf: (thing: Thing) => number,
): number {
  let low = 0;
  let high = things.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(things[middle]!) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last of things that stand in order that starts at an offset or before it. */
export function lastUpTo<Thing>(
  things: readonly Thing[],
  offset: number,
  startOf: (thing: Thing) => number,
): Thing | undefined {
  return things[countUpTo(things, offset, startOf) - 1];
}
