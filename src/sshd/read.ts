import type { TextFile } from '../resolve/source';
import { lineEndLength, nextLineEnd } from '../text/line-index';
import type { Span } from '../text/span';
import { splitArguments } from './arguments';

/** One `Keyword arguments` line of sshd_config. */
export interface SshdDirective {
  /** In lower case: sshd does not care. */
  readonly keyword: string;
  readonly keywordSpan: Span;
  /** The arguments as written, without white space around them. */
  readonly value: string;
  /** The arguments one by one, without quotes. */
  readonly words: readonly string[];
  readonly valueSpan: Span;
  /** The `Match` line above, under whose conditions alone this one counts. */
  readonly match: SshdDirective | undefined;
}

/** An sshd_config read line by line; `Include` is not followed. */
export interface SshdConfig {
  readonly file: TextFile;
  readonly directives: readonly SshdDirective[];
}

const directiveLine = /^([ \t\f]*)([A-Za-z]\w*)([ \t\f]*=[ \t\f]*|[ \t\f]+)(.*)$/s;

/** Reads the lines of an sshd_config (sshd_config(5)): keyword, white space or one `=`, arguments; `#` starts a comment. */
export function readSshdConfig(file: TextFile): SshdConfig {
  const { text } = file;
  const directives: SshdDirective[] = [];
  let match: SshdDirective | undefined;
  for (let start = 0; start < text.length; ) {
    const end = nextLineEnd(text, start);
    const directive = readDirective(text.slice(start, end), start, match);
    if (directive !== undefined) {
      directives.push(directive);
      if (directive.keyword === 'match') match = directive;
    }
    start = end + lineEndLength(text, end);
  }
  return { file, directives };
}

function readDirective(
  line: string,
  offset: number,
  match: SshdDirective | undefined,
): SshdDirective | undefined {
  const found = directiveLine.exec(line);
  if (found === null) return undefined;
  const [, indent = '', keyword = '', delimiter = '', rest = ''] = found;
  const { words, end } = splitArguments(rest);
  const value = rest.slice(0, end);
  const keywordStart = offset + indent.length;
  const valueStart = keywordStart + keyword.length + delimiter.length;
  return {
    keyword: keyword.toLowerCase(),
    keywordSpan: { start: keywordStart, end: keywordStart + keyword.length },
    value,
    words,
    valueSpan: { start: valueStart, end: valueStart + value.length },
    match,
  };
}

/** The value that counts for everybody: the first outside `Match` blocks; undefined where the keyword isn't set there. */
export function globalDirective(config: SshdConfig, keyword: string): SshdDirective | undefined {
  return config.directives.find(directive => directive.keyword === keyword && directive.match === undefined);
}
