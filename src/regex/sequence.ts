import { parseClass } from './character-class';
import { parseEscape } from './escape';
import { refuse } from './failure';
import { type GroupResult, parseGroup } from './group';
import type { Inside } from './group-context';
import type { InlineFlags } from './inline-flags';
import { parseKnownGroup } from './known-group';
import { parseQuantifier } from './quantifier';
import { accept, advance, position, type Scanner, take, takeRun } from './scanner';
import type { ParserState } from './state';
import type { Alternatives, RegexNode, Sequence } from './tree';
import { widthOfBranches, widthOfItems } from './widths';

const VERBOSE_SPACE = new Set([' ', '\t', '\n', '\r', '\v', '\f']);

/** Thrown up to Python 3.10 by a late `(?x)`: all is read again in verbose mode. */
export class VerboseFromHere extends Error {}

/** Where a sequence is read: `nesting` counts the calls Python's parser would be in. */
interface Place {
  readonly verbose: boolean;
  readonly nesting: number;
  /** Whether global flags may stand at the beginning. */
  readonly first: boolean;
}

/** In verbose mode: whether `token`, gone past already, is white space or begins a comment, which is gone past too. */
function skipVerbose(scanner: Scanner, token: string): boolean {
  if (VERBOSE_SPACE.has(token)) return true;
  if (token !== '#') return false;
  for (let skipped = take(scanner); skipped !== null && skipped !== '\n'; ) skipped = take(scanner);
  return true;
}

/** Takes `(?i)` over into the state and gives whether the mode is verbose from now on. */
function setGlobalFlags(
  state: ParserState,
  flags: InlineFlags,
  start: number,
  verbose: boolean,
  isFirst: boolean,
): boolean {
  const end = position(state.scanner);
  if (state.minor >= 11 && !isFirst) {
    refuse('flags-not-at-start', start, end, state.scanner.text.slice(start, end));
  }
  for (const letter of flags.on) state.flags.set(letter, { start, end });
  if (state.minor >= 11) return state.flags.has('x');
  if (state.flags.has('x') && !verbose) throw new VerboseFromHere();
  return verbose;
}

/** A node that isn't a group, a quantifier or one of the signs that mean something to the caller. */
function parseSingle(state: ParserState, token: string, start: number): RegexNode {
  if (token.startsWith('\\')) return parseEscape(state, token, start);
  const end = start + token.length;
  switch (token) {
    case '[':
      return parseClass(state, start);
    case '.':
      return { kind: 'any', start, end };
    case '^':
      return { kind: 'position', start, end, at: 'line-start' };
    case '$':
      return { kind: 'position', start, end, at: 'line-end' };
    default:
      return { kind: 'literal', start, end, codePoint: token.codePointAt(0)! };
  }
}

function parseSequence(state: ParserState, place: Place): Sequence {
  const { scanner } = state;
  const items: RegexNode[] = [];
  const sequenceStart = position(scanner);
  let verbose = place.verbose;
  for (let token = scanner.next; token !== null && token !== '|' && token !== ')'; token = scanner.next) {
    const start = position(scanner);
    const runEnd = verbose ? undefined : takeRun(scanner);
    if (runEnd !== undefined) {
      items.push({ kind: 'text', start, end: runEnd });
      continue;
    }
    advance(scanner);
    if (verbose && skipVerbose(scanner, token)) continue;
    if (token === '(') {
      const result = parseAnyGroup(state, place, verbose, start);
      if (result === 'comment') continue;
      if ('kind' in result) items.push(result);
      else verbose = setGlobalFlags(state, result, start, verbose, place.first && items.length === 0);
      continue;
    }
    if (token === '*' || token === '+' || token === '?' || token === '{') {
      const repeat = parseQuantifier(state, token, start, items.at(-1));
      if (repeat !== null) {
        items[items.length - 1] = repeat;
        continue;
      }
    }
    items.push(parseSingle(state, token, start));
  }
  return { start: sequenceStart, end: position(scanner), items, width: widthOfItems(items) };
}

function parseAnyGroup(state: ParserState, place: Place, verbose: boolean, start: number): GroupResult {
  const parse = () => parseGroup({ state, start, verbose, nesting: place.nesting, inside: INSIDE });
  const known = verbose ? undefined : state.knownGroups.get(start);
  if (known === undefined) return parse();
  return parseKnownGroup(state, known, start, place.nesting, parse);
}

/** Reads alternatives up to, and without, the `)` or the end. */
export function parseAlternatives(state: ParserState, verbose: boolean, nesting: number): Alternatives {
  const { scanner } = state;
  const start = position(scanner);
  const branches: Sequence[] = [];
  let branchVerbose = verbose;
  do {
    const first = nesting === 0 && branches.length === 0;
    branches.push(parseSequence(state, { verbose: branchVerbose, nesting: nesting + 1, first }));
    if (nesting === 0 && state.minor >= 11) branchVerbose = state.flags.has('x');
  } while (accept(scanner, '|'));
  return { start, end: position(scanner), branches, width: widthOfBranches(branches) };
}

const INSIDE: Inside = {
  alternatives: parseAlternatives,
  branch: (state, verbose, nesting) => parseSequence(state, { verbose, nesting, first: false }),
};
