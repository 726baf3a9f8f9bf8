import { isSpace } from '../text/python-space';
import type { Span } from '../text/span';
import type { Option } from './tree';

/** A line of a regex or command that loses its end to a `;` behind white space, which starts a comment there too. */
export interface CutValue extends Span {
  /** What is left of the line. */
  readonly kept: Span;
}

/** Options that hold regexes, commands or calls of actions. */
const codeOption = /^(?:(?:fail|ignore|pref)regex|ignorecommand|m(?:dre|dpr)-.*|action.*)$/;

/**
 * The lines of an option that lose their end to a `;` which was not meant to start a comment: what follows it is no prose, or what
 * stands before it has an open quote or bracket.
 */
export function cutValues(text: string, { key, valueLines }: Option): readonly CutValue[] {
  if (!codeOption.test(key)) return [];
  const form = /^action(?:_.*)?$/.test(key) ? 'calls' : /^action|command/.test(key) ? 'commands' : 'regex';
  const found: CutValue[] = [];
  const quotes: Quotes = { open: '', depth: 0 };
  for (const kept of valueLines) {
    const line = text.slice(kept.start, kept.end);
    if (form !== 'regex') readQuotes(line, quotes);
    const start = skipBlanks(text, kept.end);
    if (text[start] !== ';' || start === kept.end) continue;
    const end = lineEnd(text, start);
    const dropped = text.slice(start + 1, end).trim();
    const isCode = {
      regex: () => regexSigns.test(dropped) || hasOpenBracket(line),
      calls: () => isOpen(quotes, true),
      commands: () => isOpen(quotes, false) || shellSigns.test(dropped) || shellWords.test(dropped),
    }[form];
    if (dropped !== '' && isCode()) found.push({ start, end, kept });
  }
  return found;
}

/** Signs that prose has not. */
const regexSigns = /[\\^$<>[\]{}|+*=]|\(\?|%\(/;
const shellSigns = /[<>|&$\\`"{}=]|%\(|(?:^|\s)-{1,2}\w|(?:^|\s)\/\w/;
const shellWords =
  /^(?:fi|done|esac|true|false|exit(?: \d+)?|sleep \d+|reboot)\s*(?:;|$)|^(?:iptables|ip6tables|nft|ipset|logger|echo|curl|wget|systemctl|sendmail|printf|conntrack|pfctl|ufw|firewall-cmd|sudo)(?:\s|$)/;

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r' && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** Nobody looks at more of a comment than this. */
const longest = 10_000;

function lineEnd(text: string, from: number): number {
  const rest = text.slice(from, from + longest);
  const found = rest.search(/[\r\n]/);
  return from + (found < 0 ? rest.trimEnd().length : rest.slice(0, found).trimEnd().length);
}

/** Whether a regex ends inside a bracket. */
function hasOpenBracket(regex: string): boolean {
  let depth = 0;
  let inClass = false;
  for (let at = 0; at < regex.length; at++) {
    const character = regex[at];
    if (character === '\\') at++;
    else if (inClass) inClass = character !== ']';
    else if (character === '[') {
      inClass = true;
      if (regex[at + 1] === '^') at++;
      if (regex[at + 1] === ']') at++;
    } else if (character === '(') depth++;
    else if (character === ')') depth--;
  }
  return inClass || depth > 0;
}

interface Quotes {
  /** The quote that is open; empty outside. */
  open: string;
  /** Brackets that are open. */
  depth: number;
}

/** Quotes and brackets that are open behind a line, given what was open before it. */
function readQuotes(line: string, quotes: Quotes): void {
  for (let at = 0; at < line.length; at++) {
    const character = line[at]!;
    if (character === '\\' && quotes.open !== "'") at++;
    else if (quotes.open !== '') {
      if (character === quotes.open) quotes.open = '';
    } else if (character === '"' || character === "'") quotes.open = character;
    else if (character === '[') quotes.depth++;
    else if (character === ']') quotes.depth--;
  }
}

function isOpen({ open, depth }: Quotes, countsBrackets: boolean): boolean {
  return open !== '' || (countsBrackets && depth > 0);
}
