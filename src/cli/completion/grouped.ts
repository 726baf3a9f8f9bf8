/** The second parts of pairs by their first, in the order of the first of each. */
export function grouped(pairs: Iterable<readonly [string, string]>): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const [key, value] of pairs) groups.set(key, [...(groups.get(key) ?? []), value]);
  return groups;
}
