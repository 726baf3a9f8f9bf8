/**
 * The tree of a regular expression. All spans are UTF-16 offsets into the parsed text, half open: a node stands at
 * `text.slice(start, end)`. Comments, global flags and, in verbose mode, white space leave no node.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** How many characters something matches; `max` is Infinity where nothing limits it. */
export interface Width {
  readonly min: number;
  readonly max: number;
}

/** `a|b|c`; a single branch if there is no `|`. */
export interface Alternatives extends Span {
  readonly branches: readonly Sequence[];
  readonly width: Width;
}

export interface Sequence extends Span {
  readonly items: readonly RegexNode[];
  readonly width: Width;
}

export type RegexNode =
  | Literal
  | PlainText
  | Any
  | Position
  | Category
  | CharacterClass
  | Group
  | LookAround
  | Condition
  | BackReference
  | Repeat;

/** One character, plain or escaped; `codePoint` is what it matches, NaN for `\N{…}`, whose name isn't looked up. */
export interface Literal extends Span {
  readonly kind: 'literal';
  readonly codePoint: number;
}

/** Two or more plain characters one after another. */
export interface PlainText extends Span {
  readonly kind: 'text';
}

/** The dot. */
export interface Any extends Span {
  readonly kind: 'any';
}

export type PositionName =
  | 'line-start'
  | 'line-end'
  | 'text-start'
  | 'text-end'
  | 'word-boundary'
  | 'no-word-boundary';

/** What matches between characters: `^ $ \A \Z \b \B`. */
export interface Position extends Span {
  readonly kind: 'position';
  readonly at: PositionName;
}

/** `\d \s \w`, or with `negated` `\D \S \W`. */
export interface Category extends Span {
  readonly kind: 'category';
  readonly category: 'digit' | 'space' | 'word';
  readonly negated: boolean;
}

export interface ClassRange extends Span {
  readonly kind: 'range';
  readonly first: number;
  readonly last: number;
}

export type ClassItem = Literal | ClassRange | Category;

export interface CharacterClass extends Span {
  readonly kind: 'class';
  readonly negated: boolean;
  readonly items: readonly ClassItem[];
}

/** `(…)`, `(?P<n>…)`, `(?:…)`, `(?>…)` and `(?i-s:…)`; `number` is null unless the group captures. */
export interface Group extends Span {
  readonly kind: 'group';
  readonly number: number | null;
  readonly name: string | null;
  readonly atomic: boolean;
  /** Letters of the flags switched on and off inside. */
  readonly on: string;
  readonly off: string;
  readonly body: Alternatives;
}

export interface LookAround extends Span {
  readonly kind: 'look';
  readonly behind: boolean;
  readonly negated: boolean;
  readonly body: Alternatives;
}

/** `(?(n)yes|no)`. */
export interface Condition extends Span {
  readonly kind: 'condition';
  readonly group: number;
  readonly yes: Sequence;
  readonly no: Sequence | null;
}

/** `\1` and `(?P=n)`; `width` is that of the group. */
export interface BackReference extends Span {
  readonly kind: 'reference';
  readonly group: number;
  readonly width: Width;
}

/** An item with its quantifier; the quantifier stands at `item.end` or, behind a comment, later, and ends at `end`. */
export interface Repeat extends Span {
  readonly kind: 'repeat';
  readonly min: number;
  readonly max: number;
  readonly mode: 'greedy' | 'lazy' | 'possessive';
  readonly item: RegexNode;
  readonly quantifier: Span;
}

/** A capturing group, in the order of their numbers; the first has number 1. */
export interface CapturingGroup extends Span {
  readonly number: number;
  readonly name: string | null;
}
