/** Sets up a pattern when it is first used: one with classes such as `\p{L}` takes a noticeable part of a run, and few texts need one. */
export function lazyPattern(create: () => RegExp): () => RegExp {
  let pattern: RegExp | undefined;
  return () => {
    pattern ??= create();
    return pattern;
  };
}
