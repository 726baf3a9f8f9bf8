import type { Span } from '../text/span';
import { evaluatePython, type PythonProblem } from './python/expression';
import { expandTime } from './time-expansion';
import { unitSeconds } from './time-units';

/** What a time comes to. */
export type Time =
  /** A number; months, years, fractions and `/` make it a decimal one. Whole numbers over 2^53 are rounded. */
  | { readonly kind: 'seconds'; readonly seconds: number; readonly integer: boolean }
  /** fail2ban gets something, but no usable number. */
  | { readonly kind: 'odd'; readonly what: OddTime }
  /** fail2ban gets an error; the span is the part of the text that it can't take. */
  | ({ readonly kind: 'refused'; readonly reason: string } & Span);

/**
 * What Python gives instead of a number: `tuple` for `1h, 30m`, `complex` for `5j`, `boolean` for `True` and `1 < 2`,
 * `not finite` for a number beyond 1.8e308. `python`: fail2ban would run the text as Python, with whatever comes out.
 */
export type OddTime =
  | 'tuple'
  | 'list'
  | 'set'
  | 'dict'
  | 'text'
  | 'bytes'
  | 'boolean'
  | 'none'
  | 'ellipsis'
  | 'complex'
  | 'not finite'
  | 'python';

/** Names of Python 3.11 itself. */
export const pythonNames: ReadonlySet<string> = new Set(
  (
    'ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError BrokenPipeError ' +
    'BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError ' +
    'ConnectionResetError DeprecationWarning EOFError Ellipsis EncodingWarning EnvironmentError Exception ' +
    'ExceptionGroup FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError ' +
    'ImportError ImportWarning IndentationError IndexError InterruptedError IsADirectoryError KeyError ' +
    'KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError NotADirectoryError NotImplemented ' +
    'NotImplementedError OSError OverflowError PendingDeprecationWarning PermissionError ProcessLookupError ' +
    'RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration StopIteration ' +
    'SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError TypeError UnboundLocalError ' +
    'UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError ' +
    'Warning ZeroDivisionError __build_class__ __debug__ __doc__ __import__ __loader__ __name__ __package__ __spec__ ' +
    'abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex ' +
    'copyright credits delattr dict dir divmod enumerate eval exec exit filter float format frozenset getattr globals ' +
    'hasattr hash help hex id input int isinstance issubclass iter len license list locals map max memoryview min next ' +
    'object oct open ord pow print property quit range repr reversed round set setattr slice sorted staticmethod str ' +
    'sum super tuple type vars zip __builtins__'
  ).split(' '),
);

/** Names the expression can see: also those of fail2ban's mytime.py and its local variables. */
const knownNames: ReadonlySet<string> = new Set([
  ...pythonNames,
  ...'__file__ __cached__ __author__ __copyright__ __license__ datetime re time MyTime val rexp rpl'.split(
    ' ',
  ),
]);

/** In characters. Nobody means more; it would take seconds to work out. */
const longest = 150_000;

/**
 * What fail2ban makes of a time (`bantime`, `findtime`, `bantime.maxtime`, `bantime.rndtime`, `dbpurgeage`, `timeout` of
 * an action): it writes the units out and gives the result to Python's `eval` (`str2seconds` of mytime.py, the same from
 * 0.11 on). Here a grammar works it out; nothing is ever run. Never throws. Spans are UTF-16 offsets into `text`.
 *
 * Differs from fail2ban only where Python would calculate for ever or long: whole numbers over 65,536 bits on the way
 * (`9**9**9`), nesting over 1,000, texts over 150,000 characters are refused; `**` with decimals may differ in the last digit.
 */
export function parseTime(text: string): Time {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const time = parsePlain(text) ?? parseAnew(text);
  if (text.length <= longestKept && parsed.size < mostKept) parsed.set(text, time);
  return time;
}

/** Many jails have the same few times. */
const parsed = new Map<string, Time>();
const longestKept = 100;
const mostKept = 1000;

/** A whole number with one unit or none, as most times are. */
function parsePlain(text: string): Time | undefined {
  const [, number, unit] = /^(0|[1-9][0-9]{0,8})([smhdw])?$/.exec(text) ?? [];
  if (number === undefined) return undefined;
  return { kind: 'seconds', seconds: Number(number) * Number(unitSeconds(unit ?? 's')), integer: true };
}

function parseAnew(text: string): Time {
  const whole = { start: 0, end: text.length };
  if (/^\s*$/.test(text)) return { kind: 'refused', reason: 'no time given', ...whole };
  if (/[\0\p{Cs}]/u.test(text))
    return { kind: 'refused', reason: 'a character that no text may hold', ...whole };
  if (text.length > longest) {
    return { kind: 'refused', reason: `longer than ${longest} characters`, start: 0, end: longest };
  }
  const { source, original } = expandTime(text);
  const result = evaluatePython(source, knownNames);
  switch (result.type) {
    case 'int':
    case 'float': {
      const seconds = Number(result.value);
      if (!Number.isFinite(seconds)) return { kind: 'odd', what: 'not finite' };
      return { kind: 'seconds', seconds, integer: result.type === 'int' };
    }
    case 'refused': {
      const span = widen(text, result.problem, original(result.start, result.end));
      return { kind: 'refused', reason: explain(result.problem, text.slice(span.start, span.end)), ...span };
    }
    case 'object':
    case 'beyond':
      return { kind: 'odd', what: 'python' };
    default:
      return { kind: 'odd', what: result.type };
  }
}

/** A comment alone has nothing to point at. The e of `1e3` and the x of `0x10` mean the whole number. */
function widen(text: string, problem: PythonProblem, span: Span): Span {
  if (span.start === span.end) return { start: 0, end: text.length };
  if (problem !== 'unknown word') return span;
  const before = /[0-9][0-9.]*$/.exec(text.slice(0, span.start))?.[0] ?? '';
  const after = /^[0-9a-f]*/i.exec(text.slice(span.end))?.[0] ?? '';
  const word = text.slice(span.start, span.end);
  if (!isComputerNumber(before + word + after)) return span;
  return { start: span.start - before.length, end: span.end + after.length };
}

function isComputerNumber(word: string): boolean {
  return /^[0-9][0-9.]*e[0-9]+$/i.test(word) || /^0(x[0-9a-f]*|[ob][0-9]*)$/i.test(word);
}

function explain(problem: PythonProblem, part: string): string {
  switch (problem) {
    case 'unknown word':
      if (isComputerNumber(part))
        return `"${part}" is no number fail2ban can read; write it out in decimal digits`;
      if (unitSeconds(part) !== undefined) return `"${part}" needs a number directly before it`;
      return `"${part}" is no unit of time`;
    case 'misplaced':
      return `"${part}" has no place here`;
    case 'unknown character':
      return `the character "${part}" has no place in a time`;
    case 'unfinished':
      return /^\s*(#.*)?$/.test(part) ? 'no time given' : `something is missing after "${part}"`;
    case 'line break':
      return 'a time has to stand on one line';
    case 'leading zero':
      return `"${part}" must not start with a zero`;
    case 'number too long':
    case 'too large':
      return 'the number is too large';
    case 'bracket':
      return `the bracket "${part}" has no partner`;
    case 'quote':
      return 'the quoted text is not complete';
    case 'too deep':
      return 'the expression is too long or too deeply nested';
    case 'division by zero':
      return 'division by zero';
    case 'negative shift':
      return 'a shift by a negative number';
    case 'wrong operand':
      return `"${part}" can't be calculated here`;
  }
}
