import type { TextFile } from '../resolve/source';
import type { Position } from '../text/span';
import type { Fix } from './fix';
import type { Place } from './place';

export const severities = ['info', 'warning', 'error'] as const;
export type Severity = (typeof severities)[number];

/** What a rule reports. */
export interface Finding {
  readonly at: Place;
  /** Lower case, no full stop; says what fail2ban will do because of it. */
  readonly message: string;
  /** Where the case is graded otherwise than the rule; the severity of the rule without it. */
  readonly severity?: Severity;
  readonly jail?: string;
  readonly option?: string;
  /** Other places involved: what is overridden, what it collides with. */
  readonly related?: readonly RelatedPlace[];
  readonly fix?: Fix;
}

export interface RelatedPlace {
  readonly at: Place;
  readonly message: string;
}

/** A range in a file, both ends counted from 1, the end excluded. */
export interface Range {
  readonly file: TextFile;
  readonly start: Position;
  readonly end: Position;
}

/** A finding with its place found. */
export interface Diagnostic {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  readonly jail: string | undefined;
  readonly option: string | undefined;
  readonly related: readonly { readonly range: Range; readonly message: string }[];
  readonly fix: Fix | undefined;
}
