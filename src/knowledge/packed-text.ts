import { opaque } from '../text/opaque';

/** Private characters from here on stand for so many opaque ones. */
export const firstLength = 0xe000;

/** A text of `base-texts.ts`, in which several comment lines and what is opaque are written as their number. */
export function unpackText(packed: string): string {
  return packed
    .replace(/^#(\d+)$/gm, (_, count: string) => '#\n'.repeat(Number(count)).slice(0, -1))
    .replace(/[\ue000-\uf8ff]/g, run => opaque.repeat(run.charCodeAt(0) - firstLength));
}
