import { countUpTo } from '../../text/last-up-to';
import type { Span } from '../../text/span';

/** A stretch of a printed text and where it comes from. */
export interface SourcePiece extends Span {
  /** Offset in the printed text, and how many characters there. `start` and `end` are offsets in the template. */
  readonly at: number;
  readonly length: number;
  /** False for what stands in the place of an expression. */
  readonly isLiteral: boolean;
}

/** Finds where characters of a printed template come from. */
export interface SourceMap {
  /** In the order of the text; those of length 0 mark where an expression prints nothing. */
  readonly pieces: readonly SourcePiece[];
  add(piece: SourcePiece): void;
  /** The pieces that have characters between two offsets; with `start` equal to `end` the one that has the character there, or the last. */
  between(start: number, end: number): readonly SourcePiece[];
  /** Whether a character of the template is printed as it stands. */
  prints(offset: number): boolean;
}

export function createSourceMap(): SourceMap {
  const pieces: SourcePiece[] = [];
  return {
    pieces,
    add: piece => pieces.push(piece),
    between(start, end) {
      const found: SourcePiece[] = [];
      for (let index = lastFrom(pieces, start, 'at'); index < pieces.length; index++) {
        const piece = pieces[index]!;
        if (found.length > 0 && piece.at >= end) break;
        if (piece.at + piece.length > start || index === pieces.length - 1) found.push(piece);
      }
      return found;
    },
    prints(offset) {
      const piece = pieces[lastFrom(pieces, offset, 'start')];
      return piece?.isLiteral === true && piece.start <= offset && offset < piece.end;
    },
  };
}

/** Index of the last piece that starts at an offset or before it; 0 where there is none. */
function lastFrom(pieces: readonly SourcePiece[], offset: number, key: 'at' | 'start'): number {
  return Math.max(0, countUpTo(pieces, offset, piece => piece[key]) - 1);
}
