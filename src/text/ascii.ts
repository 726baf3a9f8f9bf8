/**
 * Whether a text is plain ASCII. Setting up a pattern with classes such as `\p{L}` takes a noticeable part of a run, and few
 * texts need one.
 */
export function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}
