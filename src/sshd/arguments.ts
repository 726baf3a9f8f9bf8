import type { Span } from '../text/span';

/** One argument of a line of sshd_config. */
export interface Word {
  /** Without quotes and escapes. */
  readonly text: string;
  /** Where it is written, quotes included. */
  readonly span: Span;
}

/** The arguments of a line of sshd_config. */
export interface Arguments {
  readonly words: readonly Word[];
  /** Whether a quote isn't closed; sshd refuses such a line. The last word then reaches to the end. */
  readonly isQuoteOpen: boolean;
}

/**
 * Splits what stands behind a keyword, from offset `from` on, as sshd does (`argv_split` of OpenSSH 9.2's misc.c): at blanks and tabs,
 * with single or double quotes, `\` before a quote, a `\` or, outside quotes, a blank; a `#` that starts a word starts a comment.
 * White space at the end of the line must be gone already.
 */
export function splitArguments(text: string, from = 0): Arguments {
  const words: Word[] = [];
  let quote = '';
  let end = from;
  for (let at = skipBlanks(text, from); at < text.length && text[at] !== '#'; at = skipBlanks(text, end)) {
    const start = at;
    let word = '';
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
    words.push({ text: word, span: { start, end: at } });
    end = at;
  }
  return { words, isQuoteOpen: quote !== '' };
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
