import { refuse } from './failure';
import { createScanner, position, type Scanner } from './scanner';
import type { CapturingGroup, Span, Width } from './tree';

/** A capturing group that was met; `width` is null as long as it is open. */
export interface GroupState {
  readonly name: string | null;
  readonly start: number;
  end: number;
  width: Width | null;
}

export interface LookBehind extends Span {
  readonly width: Width;
}

/** What the parser knows besides where it is. */
export interface ParserState {
  readonly scanner: Scanner;
  /** Minor release of Python 3. */
  readonly minor: number;
  /** Deepest `nesting` that Python still follows. */
  readonly deepest: number;
  /** Global flags and where they were set. */
  readonly flags: Map<string, Span>;
  /** By number; index 0 stands for the whole regular expression. */
  readonly groups: GroupState[];
  readonly names: Map<string, number>;
  /** Group numbers used in conditions, with the place of the first use: checked at the end. */
  readonly conditions: Map<number, Span>;
  /** In the order in which they are closed. */
  readonly lookBehinds: LookBehind[];
  /** Number of the first group inside of the outermost open look-behind, null outside of one. */
  lookBehindFrom: number | null;
  firstRepeat: Span | null;
  /** Groups that stand in many texts, by the offset of their `(`. */
  readonly knownGroups: ReadonlyMap<number, string>;
}

/** A fresh state. Refuses a text that is a single backslash. */
export function createState(
  text: string,
  minor: number,
  deepest: number,
  knownGroups: ReadonlyMap<number, string>,
): ParserState {
  return {
    scanner: createScanner(text),
    minor,
    deepest,
    flags: new Map(),
    groups: [{ name: null, start: 0, end: text.length, width: null }],
    names: new Map(),
    conditions: new Map(),
    lookBehinds: [],
    lookBehindFrom: null,
    firstRepeat: null,
    knownGroups,
  };
}

/** Starts a capturing group and gives its number. `nameStart` is where an error about the name is placed. */
export function openGroup(state: ParserState, name: string | null, start: number, nameStart: number): number {
  const number = state.groups.length;
  if (name !== null) {
    if (state.names.has(name)) refuse('duplicate-group', nameStart, nameStart + name.length, name);
    state.names.set(name, number);
  }
  state.groups.push({ name, start, end: start, width: null });
  return number;
}

export function closeGroup(state: ParserState, number: number, end: number, width: Width): void {
  const group = state.groups[number]!;
  group.end = end;
  group.width = width;
}

/** Whether group `number` exists and is closed. */
export function isClosed(state: ParserState, number: number): boolean {
  return (state.groups[number]?.width ?? null) !== null;
}

/**
 * Refuses a reference to group `number` inside of a look-behind that isn't closed or is part of that look-behind.
 * The error stands behind the reference, as in Python.
 */
export function checkLookBehindReference(state: ParserState, number: number): void {
  if (state.lookBehindFrom === null) return;
  const at = position(state.scanner);
  if (!isClosed(state, number)) refuse('open-group', at, at, String(number));
  if (number >= state.lookBehindFrom) refuse('group-of-same-look-behind', at, at, String(number));
}

/** The capturing groups by number. */
export function capturingGroups(state: ParserState): CapturingGroup[] {
  return state.groups
    .slice(1)
    .map(({ name, start, end }, index) => ({ number: index + 1, name, start, end }));
}
