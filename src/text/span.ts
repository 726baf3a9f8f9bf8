/** A stretch of a text: UTF-16 offsets from 0, `end` excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Line and column as people count them: both from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}
