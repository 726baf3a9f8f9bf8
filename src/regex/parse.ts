import { type RegexFailure, RegexRefused, refuse } from './failure';
import { DEFAULT_PYTHON, minorVersion, type PythonVersion } from './python-version';
import { position } from './scanner';
import { parseAlternatives, VerboseFromHere } from './sequence';
import { capturingGroups, createState, type ParserState } from './state';
import type { Alternatives, CapturingGroup } from './tree';

/**
 * Calls that fit on the stack of Python's parser (1,000, less fail2ban's own 25): 485 nested groups or 971 nested
 * conditions for a failregex, measured with fail2ban-server 1.0.2 and Python 3.11.
 */
export const DEEPEST_IN_FAIL2BAN = 972;

export interface RegexOptions {
  readonly python?: PythonVersion;
  /** Letters of the flags given to `re.compile`, for instance `m`. */
  readonly flags?: string;
  /** How many calls deep Python's parser may go: two for a group, one for a condition. */
  readonly deepest?: number;
  /** Groups that stand in many texts, by the offset of their `(`; what is in them is left out of the tree. */
  readonly knownGroups?: ReadonlyMap<number, string>;
}

export interface ParsedRegex {
  readonly ok: true;
  readonly tree: Alternatives;
  readonly groups: readonly CapturingGroup[];
  /** Letters of the flags that count for the whole expression. */
  readonly flags: ReadonlySet<string>;
}

export type RegexResult = ParsedRegex | { readonly ok: false; readonly error: RegexFailure };

/** The widest look-behind: 3.11 of Debian and older take 31 bits, later ones 32. */
function widestLookBehind(minor: number): number {
  return minor >= 12 ? 2 ** 32 - 1 : 2 ** 31 - 1;
}

/** What Python finds only when all is read. */
function checkWhole(state: ParserState): void {
  const { scanner, flags } = state;
  const conflict = flags.get('L') ?? (flags.has('a') ? flags.get('u') : undefined);
  if (conflict !== undefined) refuse('conflicting-flags', conflict.start, conflict.end);
  if (scanner.next !== null) {
    const at = position(scanner);
    refuse('unbalanced-parenthesis', at, at + 1);
  }
  for (const [number, { start, end }] of state.conditions) {
    if (number >= state.groups.length) refuse('unknown-group', start, end, String(number));
  }
  for (const { start, end, width } of state.lookBehinds) {
    if (width.min > widestLookBehind(state.minor)) refuse('look-behind-too-wide', start, end);
    if (width.min !== width.max) refuse('variable-look-behind', start, end);
  }
  if (flags.has('t') && state.firstRepeat !== null) {
    refuse('bad-flags', state.firstRepeat.start, state.firstRepeat.end, 't allows no quantifiers');
  }
}

const noGroups: ReadonlyMap<number, string> = new Map();

function parseOnce(text: string, options: RegexOptions, verbose: boolean): ParsedRegex {
  const minor = minorVersion(options.python ?? DEFAULT_PYTHON);
  const state = createState(
    text,
    minor,
    options.deepest ?? DEEPEST_IN_FAIL2BAN,
    options.knownGroups ?? noGroups,
  );
  for (const letter of options.flags ?? '') state.flags.set(letter, { start: 0, end: 0 });
  if (verbose) state.flags.set('x', { start: 0, end: 0 });
  const tree = parseAlternatives(state, state.flags.has('x'), 0);
  checkWhole(state);
  return { ok: true, tree, groups: capturingGroups(state), flags: new Set(state.flags.keys()) };
}

/** Up to Python 3.10 a late `(?x)` makes Python start again; a second one, inside of `(?-x:…)`, is an error. */
function parseAgainIfVerbose(text: string, options: RegexOptions): ParsedRegex {
  try {
    return parseOnce(text, options, false);
  } catch (reason) {
    if (!(reason instanceof VerboseFromHere)) throw reason;
    return parseOnce(text, options, true);
  }
}

/**
 * Parses a regular expression as `re.compile(text, flags)` of Python does for text (not bytes), as read from
 * `re/_parser.py` and `re/_compiler.py` and compared with Python 3.8 to 3.13. Never throws. The start of an error is the
 * character of Python's `re.error.pos`; where Python names none it is the part to blame. Not checked: whether a character
 * `\N{…}` exists, only the form of its name.
 */
export function parseRegex(text: string, options: RegexOptions = {}): RegexResult {
  try {
    return parseAgainIfVerbose(text, options);
  } catch (reason) {
    if (reason instanceof RegexRefused) return { ok: false, error: reason.failure };
    if (!(reason instanceof VerboseFromHere)) throw reason;
    const failure = { start: 0, end: text.length };
    return {
      ok: false,
      error: { code: 'bad-flags', message: 'x switched on where it was switched off', ...failure },
    };
  }
}
