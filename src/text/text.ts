import type { Span } from './span';

/**
 * A text together with how it was put together. fail2ban makes a value from several files; a message about one character of it
 * has to point at the file where that character stands. Few values are ever asked, so `piecesOf` works it out only then.
 */
export interface Text {
  readonly value: string;
  readonly origin: TextOrigin;
}

export type TextOrigin =
  /** Stands in no file, such as a default of fail2ban. */
  | { readonly kind: 'made' }
  /** Lines of a file joined by `\n`. */
  | { readonly kind: 'lines'; readonly file: string; readonly lines: readonly Span[] }
  /** Parts of texts one after another. */
  | { readonly kind: 'slices'; readonly slices: readonly Slice[] }
  /** Every `search` in `text` replaced. */
  | { readonly kind: 'replaced'; readonly text: Text; readonly search: string; readonly replacement: Text };

/** A part of a text, or (with `as`) other characters that stand for it: `%` for `%%`. */
export interface Slice {
  readonly text: Text;
  readonly start: number;
  readonly end: number;
  readonly as?: string;
}

const made: TextOrigin = { kind: 'made' };

/** A text that stands in no file. */
export function madeText(value: string): Text {
  return { value, origin: made };
}

/** The slices one after another. */
export function concatenate(slices: readonly Slice[]): Text {
  const only = slices[0];
  if (only !== undefined && slices.length === 1 && isWhole(only)) return only.text;
  let value = '';
  slices.forEach(slice => {
    value += slice.as ?? slice.text.value.slice(slice.start, slice.end);
  });
  return { value, origin: { kind: 'slices', slices } };
}

function isWhole(slice: Slice): boolean {
  return slice.as === undefined && slice.start === 0 && slice.end === slice.text.value.length;
}

/** Part of a text from `start` to `end` (UTF-16 offsets). */
export function sliceText(text: Text, start: number, end = text.value.length): Text {
  return concatenate([{ text, start, end }]);
}

/** `text` with every occurrence of `search` (not empty) replaced, like Python's `str.replace`. */
export function replaceAll(text: Text, search: string, replacement: Text): Text {
  const value = text.value.split(search).join(replacement.value);
  return { value, origin: { kind: 'replaced', text, search, replacement } };
}
