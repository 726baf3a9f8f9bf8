import { type LineIndex, lineIndex } from '../text/line-index';
import type { Piece } from '../text/pieces';
import type { Position } from '../text/span';
import type { SourceFile, Sources, TextFile } from './source';

/** Turns offsets into lines and columns; each file is indexed once. */
export interface Places {
  lines(file: TextFile): LineIndex;
  position(file: TextFile, offset: number): Position;
  /** File and range of a piece of a value. */
  range(piece: Piece): { readonly file: SourceFile; readonly start: Position; readonly end: Position };
}

export function createPlaces(sources: Sources): Places {
  const indexes = new Map<TextFile, LineIndex>();
  function lines(file: TextFile): LineIndex {
    const index = indexes.get(file) ?? lineIndex(file.text);
    indexes.set(file, index);
    return index;
  }
  const position = (file: TextFile, offset: number) => lines(file).position(offset);
  return {
    lines,
    position,
    range(piece) {
      const file = sources(piece.file);
      if (file === undefined) throw new Error(`a value comes from ${piece.file}, which was not read`);
      return { file, start: position(file, piece.start), end: position(file, piece.end) };
    },
  };
}
