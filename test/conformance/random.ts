/** A source of random choices that gives the same ones for the same seed. */
export interface Random {
  /** A whole number from 0 to below `limit`. */
  readonly below: (limit: number) => number;
  readonly pick: <Item>(items: readonly Item[]) => Item;
  readonly chance: (share: number) => boolean;
}

/** Random choices from a seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return { below, pick: items => items[below(items.length)]!, chance: share => next() < share };
}

/** A text with one to three random slips: a character dropped, doubled, or one of `alphabet` put in. */
export function damage(random: Random, text: string, alphabet: readonly string[]): string {
  let characters = Array.from(text);
  for (let slips = 1 + random.below(3); slips > 0; slips--) {
    const at = random.below(characters.length + 1);
    const kind = random.below(4);
    const replacement = kind === 0 ? [] : kind === 1 ? characters.slice(at, at + 1) : [random.pick(alphabet)];
    const dropped = kind === 0 || kind === 2 ? 1 : 0;
    characters = [...characters.slice(0, at), ...replacement, ...characters.slice(at + dropped)];
  }
  return characters.join('');
}
