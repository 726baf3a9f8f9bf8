/** A short name for a text: two texts of a size that occurs have different ones but by an accident of one in 2^52. */
export function textHash(text: string): string {
  return textNumber(text).toString(36);
}

/** The same as a number below 2^52. */
export function textNumber(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x01000193;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    low = Math.imul(low ^ code, 0x01000193);
    high = (Math.imul(high ^ code, 0x85ebca6b) + low) | 0;
  }
  return (high & 0xfffff) * 0x100000000 + (low >>> 0);
}
