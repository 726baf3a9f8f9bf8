import type { Reader } from '../knowledge/known-option';
import { isKnownOption } from '../knowledge/options';
import type { Option, SyntaxTree } from '../syntax/tree';
import type { Span } from '../text/span';

/** A line that was meant to go on with a value but starts where an option starts. */
export interface UnindentedLine extends Span {
  /** The option it was meant for. */
  readonly option: Option;
  /** `refused`: the parser ends the load. `option`: the line has a `=` or `:` and became an option of its own. */
  readonly effect: 'refused' | 'option';
}

const known = new WeakMap<SyntaxTree, ReadonlyMap<number, UnindentedLine>>();

/** Lines without the indentation they need, by the offset of their text, in order. Lines that may be meant otherwise are left out. */
export function unindentedLines(tree: SyntaxTree): ReadonlyMap<number, UnindentedLine> {
  const found = known.get(tree) ?? find(tree);
  known.set(tree, found);
  return found;
}

function find(tree: SyntaxTree): ReadonlyMap<number, UnindentedLine> {
  const found = new Map<number, UnindentedLine>();
  const refused = tree.problems
    .filter(({ kind }) => kind === 'no-delimiter' || kind === 'empty-key')
    .map(({ span }) => span);
  for (const [index, section] of tree.sections.entries()) {
    const end = tree.sections[index + 1]?.header.start ?? tree.text.length;
    const own: Span[] = [];
    while (refused[0] !== undefined && refused[0].start < end) own.push(refused.shift()!);
    const options = section.options.filter(option => option.key !== '');
    const steps = [...own, ...options].sort((a, b) => startOf(a) - startOf(b));
    let last: Option | undefined;
    for (const step of steps) {
      const span = 'key' in step ? lineOf(step) : step;
      const text = tree.text.slice(span.start, span.end);
      const isRefused = !('key' in step);
      const form = isRefused || isNoName(step.key, last) ? last && formOf(last.key) : undefined;
      if (last !== undefined && form !== undefined && looksLike(form, text, isRefused)) {
        found.set(span.start, { ...span, option: last, effect: isRefused ? 'refused' : 'option' });
      } else if (!isRefused) last = formOf(step.key) === undefined ? undefined : step;
    }
  }
  return found;
}

function startOf(step: Span | Option): number {
  return 'key' in step ? step.keySpan.start : step.start;
}

function lineOf({ keySpan, delimiter, valueLines }: Option): Span {
  return { start: keySpan.start, end: Math.max(delimiter.end, valueLines[0]?.end ?? 0) };
}

/** What stands on each line of an option whose value often has several. */
type Form = 'path' | 'addresses' | 'regex' | 'date' | 'calls' | 'commands' | 'journal' | 'file';

function formOf(key: string): Form | undefined {
  if (/^(?:fail|ignore)regex$|^mdre-/.test(key)) return 'regex';
  if (/^action(?:_|$)/.test(key)) return 'calls';
  return key.startsWith('action') ? 'commands' : forms.get(key);
}

const forms: ReadonlyMap<string, Form> = new Map([
  ['logpath', 'path'],
  ['ignoreip', 'addresses'],
  ['datepattern', 'date'],
  ['journalmatch', 'journal'],
  ['before', 'file'],
  ['after', 'file'],
]);

/** Signs no name of an option has; an IPv6 address is cut at its first colon, a journal match at its first `=`. */
function isNoName(key: string, last: Option | undefined): boolean {
  if (/[\s/<>\\^$[\](){}|*?"'%]/.test(key)) return true;
  const form = last && formOf(last.key);
  return (
    (form === 'addresses' && /^[\da-f]{1,4}$/.test(key)) || (form === 'journal' && /^_[a-z_]+$/.test(key))
  );
}

const looks: Readonly<Record<Form, RegExp>> = {
  path: /^(?:~?\/|%\(\w+\)s|[^\s=:]*[/*])/,
  addresses:
    /^(?:(?:\d{1,3}\.){3}\d|\[?[\da-f]{0,4}:[\da-f]{0,4}:|%\(\w+\)s|(?:[\w-]+\.)+[a-z]{2,}(?:[\s,]|$))/i,
  regex: /<[A-Z][\w-]*\/?>|^\^|^%\(\w+\)s|\\[\w.[\](){}/$"-]|\.[*+]|\(\?|\[\^/,
  date: /^\^|^\{|%%|EPOCH|TAI64N/,
  calls: /^(?:%\(\w+\)s|[\w-]+(?:\[|$))/,
  commands: /<\w+>|[|&>$"']|\s--?\w|^\//,
  journal: /^\+|_[A-Z_]+=/,
  file: /^[\w./-]+\.(?:conf|local)$/,
};

const readers: readonly Reader[] = ['jail', 'daemon', 'thread', 'filter', 'action', 'includes'];

function looksLike(form: Form, text: string, isRefused: boolean): boolean {
  // `port 22`: an option whose delimiter was forgotten; `[web` and `<<<<<<<` are no values either
  const [word = ''] = text.toLowerCase().split(/\s/, 1);
  if (readers.some(reader => isKnownOption(reader, word)) || /^(?:<{7}|={7}|>{7}|\|{7})/.test(text))
    return false;
  if (text.startsWith('[') && form !== 'addresses') return false;
  return looks[form].test(text) || (isRefused && form === 'commands');
}
