/** The arguments of a line of sshd_config. */
export interface Arguments {
  /** Without their quotes. */
  readonly words: readonly string[];
  /** Offset behind the last argument. */
  readonly end: number;
}

/**
 * Splits what stands behind a keyword as sshd does (`argv_split` of OpenSSH's misc.c): at blanks and tabs, with single or double
 * quotes, `\` before a quote, a `\` or, outside quotes, a blank; a `#` that starts a word starts a comment. White space at the end, form feeds among it, counts nothing. A quote that isn't closed, which
 * sshd refuses, reaches to the end of the line.
 */
export function splitArguments(line: string): Arguments {
  const text = line.slice(0, contentEnd(line));
  const words: string[] = [];
  let end = 0;
  for (let at = skipBlanks(text, 0); at < text.length && text[at] !== '#'; at = skipBlanks(text, end)) {
    let word = '';
    let quote = '';
    for (; at < text.length; at++) {
      const character = text[at]!;
      const next = text[at + 1];
      if (character === '\\' && (isQuote(next) || next === '\\' || (next === ' ' && quote === ''))) {
        word += next;
        at++;
      } else if (quote === '' && isBlank(character)) break;
      else if (character === quote) quote = '';
      else if (quote === '' && isQuote(character)) quote = character;
      else word += character;
    }
    words.push(word);
    end = at;
  }
  return { words, end };
}

function contentEnd(line: string): number {
  let end = line.length;
  while (end > 0 && (isBlank(line[end - 1]) || line[end - 1] === '\f')) end--;
  return end;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text[at])) at++;
  return at;
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}

function isQuote(character: string | undefined): boolean {
  return character === '"' || character === "'";
}
