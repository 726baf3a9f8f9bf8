import { quote } from '../text/excerpt';
import { newerKeywords, patchedKeywords } from './foreign-keywords';
import { type Keyword, keywords } from './keywords';
import type { SshdDirective } from './read';
import type { Problem } from './refusal';
import type { State } from './state';
import type { Fault, Taking } from './taker';

/**
 * Takes one line into the settings, or says what sshd refuses it for (`process_server_config_line_depth` of OpenSSH 9.2's
 * servconf.c). `Match` and `Include` are read elsewhere; of them only quotes and missing arguments are looked at.
 */
export function takeLine(line: SshdDirective, state: State, active: boolean): Problem | undefined {
  if (line.rest === undefined || line.rest === '')
    return { message: 'it has no argument', span: line.keywordSpan };
  if (line.isQuoteOpen) return { message: 'a quote is not closed', span: line.words.at(-1)!.span };
  if (line.keyword === 'match') return undefined;
  if (line.keyword === 'include')
    return line.words.length > 0 ? undefined : { message: 'it names no file', span: line.keywordSpan };
  const keyword = keywords.get(line.keyword);
  if (keyword === undefined) return unknownKeyword(line);
  if (!active && !keyword.inMatch)
    return { message: 'it is not allowed below a Match line', span: line.keywordSpan, code: 'in-match' };
  const taking = takingOf(line, keyword, state, active);
  const fault = keyword.take(taking);
  if (fault !== undefined) return problemOf(fault, line);
  const left = taking.left();
  if (left === 0) return undefined;
  const extra = line.words[line.words.length - left]!.span.start;
  return {
    message: `${quote(line.value.slice(extra - line.valueSpan.start))} is too much`,
    span: { start: extra, end: line.valueSpan.end },
  };
}

function takingOf(line: SshdDirective, keyword: Keyword, state: State, active: boolean): Taking {
  const { words } = line;
  let at = 0;
  return {
    line,
    field: keyword.field,
    state,
    active,
    next: () => words[at++],
    left: () => Math.max(0, words.length - at),
    skip: () => {
      at = words.length;
    },
  };
}

function problemOf({ message, word, suggestion, since }: Fault, line: SshdDirective): Problem {
  return {
    message,
    span: word?.span ?? (line.words.length === 0 ? line.keywordSpan : line.valueSpan),
    ...(suggestion !== undefined && { suggestion }),
    ...(since !== undefined && { since }),
  };
}

function unknownKeyword(line: SshdDirective): Problem {
  const since = newerKeywords.get(line.keyword);
  return {
    message: 'sshd has no such keyword',
    span: line.keywordSpan,
    code: 'unknown-keyword',
    ...(since !== undefined && { since }),
    ...(patchedKeywords.has(line.keyword) && { isPatched: true }),
  };
}
