import type { Slice, Text } from './text';

/** `length` characters of a text at offset `at` that are written in `file` from `start` to `end` (UTF-16 offsets). */
export interface Piece {
  readonly at: number;
  readonly length: number;
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

const known = new WeakMap<Text, readonly Piece[]>();

/** The parts of a text that stand in a file, in order. What is in no part (line breaks that join lines) was made on the way. */
export function piecesOf(text: Text): readonly Piece[] {
  const pieces = known.get(text) ?? findPieces(text);
  known.set(text, pieces);
  return pieces;
}

/**
 * Where the characters from `start` to `end` of a text stand: the pieces they touch, cut to them. Characters that
 * were made on the way have no place.
 */
export function piecesBetween(text: Text, start: number, end: number): readonly Piece[] {
  const found: Piece[] = [];
  const pieces = piecesOf(text);
  for (let index = firstBehind(pieces, start); index < pieces.length; index++) {
    const piece = pieces[index]!;
    if (piece.at >= end) break;
    const from = Math.max(start, piece.at);
    const to = Math.min(end, piece.at + piece.length);
    if (from < to) found.push(cut(piece, from, to));
  }
  return found;
}

/** Index of the first piece that ends behind an offset. A text of many lines is asked for each of them, so it is not searched from the start. */
function firstBehind(pieces: readonly Piece[], offset: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const piece = pieces[middle]!;
    if (piece.at + piece.length > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

function findPieces({ value, origin }: Text): readonly Piece[] {
  switch (origin.kind) {
    case 'made':
      return [];
    case 'lines':
      return linePieces(origin.file, origin.lines, value.length);
    case 'slices':
      return slicePieces(origin.slices);
    case 'replaced':
      return slicePieces(replacedSlices(origin.text, origin.search, origin.replacement));
  }
}

function linePieces(
  file: string,
  lines: readonly { start: number; end: number }[],
  total: number,
): readonly Piece[] {
  let at = 0;
  return lines.map(({ start, end }) => {
    const length = Math.min(end - start, total - at);
    const piece = { at, length, file, start, end: start + length };
    at += length + 1;
    return piece;
  });
}

function slicePieces(slices: readonly Slice[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  slices.forEach(({ text, start, end, as }) => {
    const found = piecesBetween(text, start, end);
    if (as === undefined) {
      found.forEach(piece => {
        pieces.push({ ...piece, at: at + piece.at - start });
      });
      at += end - start;
    } else {
      const first = found[0];
      const last = found.at(-1);
      if (first !== undefined && last !== undefined) {
        pieces.push({ at, length: as.length, file: first.file, start: first.start, end: last.end });
      }
      at += as.length;
    }
  });
  return pieces;
}

function replacedSlices(text: Text, search: string, replacement: Text): readonly Slice[] {
  const slices: Slice[] = [];
  let from = 0;
  for (let at = text.value.indexOf(search); at >= 0; at = text.value.indexOf(search, from)) {
    slices.push(
      { text, start: from, end: at },
      { text: replacement, start: 0, end: replacement.value.length },
    );
    from = at + search.length;
  }
  slices.push({ text, start: from, end: text.value.length });
  return slices;
}

/** A piece that does not stand in its file letter by letter (`%` for `%%`) can't be cut. */
function cut(piece: Piece, from: number, to: number): Piece {
  if (piece.length !== piece.end - piece.start) return piece;
  const start = piece.start + (from - piece.at);
  return { at: from, length: to - from, file: piece.file, start, end: start + (to - from) };
}
