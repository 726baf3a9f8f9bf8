import type { GroupResult } from './group';
import { seek } from './scanner';
import type { GroupState, ParserState } from './state';
import type { Group, Span, Width } from './tree';

/** What a group without flags of its own came to: offsets count from its `(`. */
interface KnownGroup {
  readonly groups: readonly GroupState[];
  readonly width: Width;
  readonly firstRepeat: Span | null;
}

/** By the release of Python and the text. */
const known = new Map<string, KnownGroup>();

/** Deeper than the groups that fail2ban's tags stand for are nested. */
const nested = 20;

/**
 * Reads a group that stands in many regular expressions, as `<HOST>` written out does, through `parse` the first time and from
 * memory from then on; what is in it is then left out of the tree. `text` is all of it, from the `(` at `start`.
 */
export function parseKnownGroup(
  state: ParserState,
  text: string,
  start: number,
  nesting: number,
  parse: () => GroupResult,
): GroupResult {
  const key = `${state.minor} ${text}`;
  const found = known.get(key);
  if (found === undefined) return remember(key, state, start, parse);
  const isTaken = ({ name }: GroupState) => name !== null && state.names.has(name);
  if (nesting + nested > state.deepest || found.groups.some(isTaken)) return parse();
  for (const { name, start: from, end, width } of found.groups) {
    if (name !== null) state.names.set(name, state.groups.length);
    state.groups.push({ name, start: start + from, end: start + end, width });
  }
  state.firstRepeat ??= found.firstRepeat && shift(found.firstRepeat, start);
  const end = start + text.length;
  seek(state.scanner, end);
  return leftOut(start, end, found.width);
}

function remember(key: string, state: ParserState, start: number, parse: () => GroupResult): GroupResult {
  const { firstRepeat } = state;
  const before = state.groups.length;
  state.firstRepeat = null;
  const node = parse();
  if (node !== 'comment' && 'kind' in node && node.kind === 'group') {
    const groups = state.groups.slice(before).map(group => ({ ...group, ...shift(group, -start) }));
    const inner: Span | null = state.firstRepeat;
    known.set(key, { groups, width: node.body.width, firstRepeat: inner && shift(inner, -start) });
  }
  if (firstRepeat !== null) state.firstRepeat = firstRepeat;
  return node;
}

function shift({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

function leftOut(start: number, end: number, width: Width): Group {
  const body = { start, end, branches: [], width };
  return { kind: 'group', start, end, number: null, name: null, atomic: false, on: '', off: '', body };
}
