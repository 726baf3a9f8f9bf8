import type { TextFile } from '../resolve/source';
import type { Span } from '../text/span';
import { splitArguments, type Word } from './arguments';
import { skipWhiteSpace, tokenAt } from './token';

/** One line of an sshd_config that sets something. */
export interface SshdDirective {
  readonly file: TextFile;
  /** From 1, as sshd counts: lines end at `\n`. */
  readonly number: number;
  /** As written. */
  readonly name: string;
  /** In lower case: sshd does not care. */
  readonly keyword: string;
  readonly keywordSpan: Span;
  /** The arguments as written, without white space and comment. */
  readonly value: string;
  readonly valueSpan: Span;
  /** The arguments one by one. */
  readonly words: readonly Word[];
  /** Whether a quote isn't closed, which sshd refuses. */
  readonly isQuoteOpen: boolean;
  /** All behind the keyword, comment included, as ForceCommand takes it; undefined where nothing follows, not even white space. */
  readonly rest: string | undefined;
  readonly restStart: number;
  /** White space before the keyword. */
  readonly indent: string;
}

/** The first lines of one file that set something, at most `limit`. Lines that are empty, comments, or begin with an open quote mean nothing to sshd. */
export function readDirectives(file: TextFile, limit: number): readonly SshdDirective[] {
  const { text } = file;
  const directives: SshdDirective[] = [];
  for (let start = 0, number = 1; start < text.length && directives.length < limit; number++) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    const directive = readLine(file, text, start, end, number);
    if (directive !== undefined) directives.push(directive);
    start = end + 1;
  }
  return directives;
}

/** As `load_server_config` and `process_server_config_line` of OpenSSH 9.2's servconf.c cut a line. */
function readLine(
  file: TextFile,
  text: string,
  start: number,
  lineEnd: number,
  number: number,
): SshdDirective | undefined {
  const nul = text.slice(start, lineEnd).indexOf('\0');
  let end = nul < 0 ? lineEnd : start + nul;
  let from = start;
  while (from < end && ' \t\r'.includes(text[from]!)) from++;
  while (end > from + 1 && ' \t\r\n\f'.includes(text[end - 1]!)) end--;
  const line = text.slice(from, end);
  let token = tokenAt(line, 0);
  if (token?.text === '' && token.next !== undefined) token = tokenAt(line, token.next);
  if (token === undefined || token.text === '' || token.text.startsWith('#')) return undefined;
  const restStart = Math.min(token.next ?? line.length, line.length);
  const { words, isQuoteOpen } = splitArguments(line, restStart);
  const shift = (span: Span): Span => ({ start: span.start + from, end: span.end + from });
  const valueSpan = {
    start: words[0]?.span.start ?? skipWhiteSpace(line, restStart),
    end: words.at(-1)?.span.end ?? restStart,
  };
  return {
    file,
    number,
    name: token.text,
    keyword: token.text.replace(/[A-Z]/g, letter => letter.toLowerCase()),
    keywordSpan: shift(token.span),
    value: line.slice(valueSpan.start, valueSpan.end),
    valueSpan: words.length === 0 ? shift({ start: token.span.end, end: token.span.end }) : shift(valueSpan),
    words: words.map(word => ({ ...word, span: shift(word.span) })),
    isQuoteOpen,
    rest: token.next === undefined ? undefined : line.slice(restStart),
    restStart: restStart + from,
    indent: text.slice(start, from),
  };
}
