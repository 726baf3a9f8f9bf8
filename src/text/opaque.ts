/**
 * Stands for what isn't known in a text that stands for a stock file: a noncharacter. No log has it, so as a part of a regex it matches
 * nothing.
 */
export const opaque = '\ufdd0';

/** Noncharacters: `opaque`, and the digits of marks. */
const unknown = /[\ufdd0-\ufdef]+/g;

/** A text for people to read, with an ellipsis for what isn't known. */
export function withoutOpaque(text: string): string {
  return text.replace(unknown, '…');
}

/** Whether some of a text isn't known. */
export function isOpaque(text: string): boolean {
  return text.includes(opaque);
}
