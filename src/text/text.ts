/**
 * A text together with the places its parts come from. fail2ban puts a value together from several files; a message
 * about one character of it has to point at the file where that character stands. Values are made in great number
 * and few of them are ever asked where they come from, so the places are worked out when they are asked for.
 */
export interface Text {
  readonly value: string;
  /** The parts that stand in a file, in order. What is in no part (line breaks that join lines) was made on the way. */
  pieces(): readonly Piece[];
}

/** `length` characters of a text at offset `at` that are written in `file` from `start` to `end` (UTF-16 offsets). */
export interface Piece {
  readonly at: number;
  readonly length: number;
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** A part of a text, or (with `as`) other characters that stand for it: `%` for `%%`. */
export interface Slice {
  readonly text: Text;
  readonly start: number;
  readonly end: number;
  readonly as?: string;
}

/** A text that stands in no file, such as a default of fail2ban. */
export function madeText(value: string): Text {
  return { value, pieces: () => [] };
}

/** A text whose places are worked out by `find` the first time they are asked for. */
export function textFrom(value: string, find: () => readonly Piece[]): Text {
  let pieces: readonly Piece[] | undefined;
  return {
    value,
    pieces() {
      pieces ??= find();
      return pieces;
    },
  };
}

/** The slices one after another. */
export function concatenate(slices: readonly Slice[]): Text {
  const [only] = slices;
  if (only !== undefined && slices.length === 1 && isWhole(only)) return only.text;
  let value = '';
  for (const slice of slices) value += slice.as ?? slice.text.value.slice(slice.start, slice.end);
  return textFrom(value, () => concatenatedPieces(slices));
}

/** Part of a text from `start` to `end` (UTF-16 offsets). */
export function sliceText(text: Text, start: number, end = text.value.length): Text {
  return concatenate([{ text, start, end }]);
}

/** The text without white space around it, as Python's `strip` leaves it, given how much `strip` keeps. */
export function wholeSlice(text: Text): Slice {
  return { text, start: 0, end: text.value.length };
}

/** `text` with every occurrence of `search` (not empty) replaced, like Python's `str.replace`. */
export function replaceAll(text: Text, search: string, replacement: Text): Text {
  const slices: Slice[] = [];
  let from = 0;
  for (let at = text.value.indexOf(search); at >= 0; at = text.value.indexOf(search, from)) {
    if (at > from) slices.push({ text, start: from, end: at });
    slices.push(wholeSlice(replacement));
    from = at + search.length;
  }
  if (from < text.value.length) slices.push({ text, start: from, end: text.value.length });
  return concatenate(slices);
}

/**
 * Where the characters from `start` to `end` of a text stand: the pieces they touch, cut to them. Characters that
 * were made on the way have no place.
 */
export function piecesBetween(text: Text, start: number, end: number): readonly Piece[] {
  const found: Piece[] = [];
  for (const piece of text.pieces()) {
    const from = Math.max(start, piece.at);
    const to = Math.min(end, piece.at + piece.length);
    if (from < to) found.push(cut(piece, from, to));
  }
  return found;
}

function isWhole(slice: Slice): boolean {
  return slice.as === undefined && slice.start === 0 && slice.end === slice.text.value.length;
}

/** A piece that does not stand in its file letter by letter (`%` for `%%`) can't be cut. */
function cut(piece: Piece, from: number, to: number): Piece {
  if (piece.length !== piece.end - piece.start) return piece;
  const start = piece.start + (from - piece.at);
  return { at: from, length: to - from, file: piece.file, start, end: start + (to - from) };
}

function concatenatedPieces(slices: readonly Slice[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { text, start, end, as } of slices) {
    const found = piecesBetween(text, start, end);
    if (as === undefined) {
      for (const piece of found) pieces.push({ ...piece, at: at + piece.at - start });
      at += end - start;
    } else {
      const [first] = found;
      const last = found.at(-1);
      if (first !== undefined && last !== undefined) {
        pieces.push({ at, length: as.length, file: first.file, start: first.start, end: last.end });
      }
      at += as.length;
    }
  }
  return pieces;
}
