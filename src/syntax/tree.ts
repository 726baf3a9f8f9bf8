import type { Span } from '../text/span';

/**
 * A configuration file as Python's configparser reads it with fail2ban's settings. Every character of the file belongs to
 * exactly one line; sections and options point into them.
 */
export interface SyntaxTree {
  readonly text: string;
  readonly lines: readonly Line[];
  /** In order of appearance; a section opened again (`[DEFAULT]`, or an error) is listed again. */
  readonly sections: readonly Section[];
  /** What fail2ban rejects, in order of appearance. Without one the file is accepted. */
  readonly problems: readonly SyntaxProblem[];
}

export type LineKind = 'blank' | 'comment' | 'section' | 'option' | 'continuation' | 'rejected';

/**
 * One line with its line end. From `contentStart` to `contentEnd` stands what counts: the line without comment and the white space
 * around it. Plain numbers, as a tree has thousands of lines.
 */
export interface Line extends Span {
  readonly kind: LineKind;
  readonly contentStart: number;
  readonly contentEnd: number;
  /** Offset of the `;` that starts a comment behind a value, or of the `#` or `;` of a line that is all comment; -1 without one. */
  readonly commentStart: number;
}

export interface Section {
  readonly name: string;
  /** The header with its brackets, and the name between them. */
  readonly header: Span;
  readonly nameSpan: Span;
  readonly options: readonly Option[];
}

export interface Option {
  /** In lower case, as fail2ban looks it up. */
  readonly key: string;
  readonly keySpan: Span;
  /** The `=` or `:`. */
  readonly delimiter: Span;
  /** The lines of the value; one that is empty has an empty span. The first stands behind the delimiter. */
  readonly valueLines: readonly Span[];
  /** The lines joined by `\n`, white space at the end taken off. */
  readonly value: string;
}

/**
 * `missing-header`: text before the first section. `byte-order-mark`: the same, because of a BOM. `no-delimiter`: a line
 * that is neither section nor option. `empty-key`: `= x`.
 */
export type SyntaxProblem =
  | {
      readonly kind: 'missing-header' | 'byte-order-mark' | 'no-delimiter' | 'empty-key';
      readonly span: Span;
    }
  | Duplicate;

/** A section or an option that stands twice. */
export interface Duplicate {
  readonly kind: 'duplicate-section' | 'duplicate-option';
  readonly span: Span;
  readonly section: string;
  readonly name: string;
  /** Where the same section or option stands first. */
  readonly first: Span;
}

/** Python stops at these at once; the others are collected until the end of the file. */
export function stopsReading(problem: SyntaxProblem): boolean {
  return problem.kind !== 'no-delimiter' && problem.kind !== 'empty-key';
}
