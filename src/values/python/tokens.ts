import { lazyPattern } from '../../text/lazy-pattern';
import type { Span } from '../../text/span';
import { readNumber } from './number-literal';
import { readText } from './text-literal';
import type { Token } from './token';

/** Python's own limit. */
const deepestBrackets = 200;

const sign = /\*\*|\/\/|<<|>>|<=|>=|==|!=|:=|\.\.\.|[-+*/%@&|^~<>()[\]{},:.;=]/y;
const name = lazyPattern(() => /[\p{XID_Start}_]\p{XID_Continue}*/uy);
const textStart = /(?:[rR][bBfF]?|[bBfF][rR]?|[uU])?["']/y;
const comment = /#[^\n]*/y;
const closing: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
]);

interface Scanner {
  readonly source: string;
  readonly tokens: Token[];
  readonly open: Span[];
  at: number;
}

/**
 * The tokens of a Python expression whose lines end in `\n`, up to the first thing that is none (`wrong`) or an `end`;
 * one of them is always last. Blank lines, comments and line ends inside brackets leave no token. Python 3.11's rules.
 */
export function tokenize(source: string): readonly [Token, ...Token[]] {
  const scanner: Scanner = { source, tokens: [], open: [], at: 0 };
  while (source[scanner.at] === ' ' || source[scanner.at] === '\t') scanner.at++;
  let wrong = startLine(scanner);
  while (wrong === undefined && scanner.at < source.length) wrong = next(scanner);
  const { at, open, tokens } = scanner;
  wrong ??= open.length > 0 ? { kind: 'wrong', problem: 'bracket', ...open.at(-1)! } : undefined;
  tokens.push(wrong ?? { kind: 'end', start: at, end: at });
  return tokens as [Token, ...Token[]];
}

/** Reads blank lines and the indentation of the next line that holds something: there must be none. */
function startLine(scanner: Scanner): Token | undefined {
  const { source } = scanner;
  for (;;) {
    const wrong = skipIndentation(scanner);
    if (wrong !== undefined) return wrong;
    if (source[scanner.at] === '#') scanner.at += match(comment, scanner).length;
    if (source[scanner.at] !== '\n') return undefined;
    scanner.at++;
  }
}

/** Blanks at the start of a line. A form feed starts the count again; after `\` the count of the first line holds. */
function skipIndentation(scanner: Scanner): Token | undefined {
  const { source } = scanner;
  const start = scanner.at;
  let width = 0;
  let firstWidth = 0;
  for (; scanner.at < source.length; scanner.at++) {
    const character = source[scanner.at];
    if (character === ' ' || character === '\t') width++;
    else if (character === '\f') width = 0;
    else if (character === '\\') {
      firstWidth ||= width;
      const wrong = continueLine(scanner);
      if (wrong !== undefined) return wrong;
      scanner.at--;
    } else break;
  }
  const blank = source[scanner.at] === '#' || source[scanner.at] === '\n';
  if (blank || (firstWidth || width) === 0) return undefined;
  return { kind: 'wrong', problem: 'line break', start, end: scanner.at };
}

/** A `\` joins the line to the next one, which has to exist. */
function continueLine(scanner: Scanner): Token | undefined {
  const start = scanner.at;
  if (scanner.source[start + 1] !== '\n' || start + 2 >= scanner.source.length) {
    return { kind: 'wrong', problem: 'unknown character', start, end: start + 1 };
  }
  scanner.at += 2;
  return undefined;
}

/** Reads one token, or what stands between tokens; gives a token if it is wrong. */
function next(scanner: Scanner): Token | undefined {
  const { source, at: start, tokens } = scanner;
  const character = source[start] ?? '';
  if (character === ' ' || character === '\t' || character === '\f') {
    scanner.at++;
    return undefined;
  }
  if (character === '\n') return endLine(scanner);
  if (character === '\\') return continueLine(scanner);
  if (character === '#') {
    scanner.at += match(comment, scanner).length;
    return undefined;
  }
  const token = readToken(scanner, character);
  const wrong = token.kind === 'sign' ? bracket(scanner, token.sign, token) : undefined;
  if (wrong !== undefined || token.kind === 'wrong') return wrong ?? token;
  scanner.at = token.end;
  tokens.push(token);
  return undefined;
}

function endLine(scanner: Scanner): Token | undefined {
  const start = scanner.at++;
  if (scanner.open.length > 0) return undefined;
  if (scanner.tokens.length > 0) scanner.tokens.push({ kind: 'line end', start, end: scanner.at });
  return startLine(scanner);
}

function readToken(scanner: Scanner, character: string): Token {
  const { source, at: start } = scanner;
  if (/[0-9]/.test(character) || (character === '.' && /[0-9]/.test(source[start + 1] ?? ''))) {
    return readNumber(source, start);
  }
  const quoted = match(textStart, scanner);
  if (quoted !== '') return readText(source, start, quoted);
  const word = match(name(), scanner);
  if (word !== '') return { kind: 'name', name: word.normalize('NFKC'), start, end: start + word.length };
  const found = match(sign, scanner);
  if (found !== '') return { kind: 'sign', sign: found, start, end: start + found.length };
  const width = (source.codePointAt(start) ?? 0) > 0xffff ? 2 : 1;
  return { kind: 'wrong', problem: 'unknown character', start, end: start + width };
}

/** Keeps track of the open brackets. */
function bracket(scanner: Scanner, found: string, span: Span): Token | undefined {
  const { open, source } = scanner;
  const { start, end } = span;
  if (closing.has(found)) {
    open.push({ start, end });
    return open.length > deepestBrackets ? { kind: 'wrong', problem: 'too deep', start, end } : undefined;
  }
  if (found !== ')' && found !== ']' && found !== '}') return undefined;
  const opened = open.pop();
  if (opened !== undefined && closing.get(source.slice(opened.start, opened.end)) === found) return undefined;
  return { kind: 'wrong', problem: 'bracket', start, end };
}

function match(pattern: RegExp, scanner: Scanner): string {
  pattern.lastIndex = scanner.at;
  return pattern.exec(scanner.source)?.[0] ?? '';
}
