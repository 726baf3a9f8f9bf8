import { unquote } from './quotes';
import { parseTime } from './time';
import { suggestUnit } from './time-units';

const forEver: ReadonlySet<string> = new Set(
  'forever permanent permanently perm infinite infinity inf never always unlimited indefinite'.split(' '),
);
const numbers = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** A longer text is no time with a slip in it. */
const longest = 200;

/** More slips than these nobody makes in one time. */
const mostSlips = 6;

/**
 * The time that was probably meant by a text fail2ban does not understand: `2hrs` → `2h`, `1,5h` → `1.5h`, `"1d"` → `1d`,
 * `one week` → `1 week`, and -1, which bans for ever, for `forever`.
 */
export function suggestTime(text: string): string | undefined {
  if (text.length > longest) return undefined;
  const plain = unquote(text).replace(/\s+and\s+/gi, ' ');
  if (forEver.has(plain.toLowerCase())) return '-1';
  const drafts = [
    plain,
    plain.replace(/^(\d+),(\d+)/, '$1.$2'),
    plain.replace(/,|[.!]$/g, ' ').replace(/ {2,}/g, ' '),
  ];
  for (const draft of drafts) {
    const time = mendWords(draft);
    if (time !== undefined) return time;
  }
  return undefined;
}

/** The text with its unknown words replaced; undefined where that makes no number of seconds. */
function mendWords(text: string): string | undefined {
  let mended = text;
  for (let slips = 0; slips <= mostSlips; slips++) {
    const time = parseTime(mended);
    if (time.kind === 'seconds') return mended.trim();
    const word =
      time.kind === 'refused'
        ? { start: time.start, end: time.end }
        : time.what === 'complex'
          ? imaginaryUnit(mended)
          : undefined;
    if (word === undefined) return undefined;
    const meant = suggestWord(mended.slice(word.start, word.end));
    if (meant === undefined) return undefined;
    mended = mended.slice(0, word.start) + meant + mended.slice(word.end);
  }
  return undefined;
}

function suggestWord(word: string): string | undefined {
  const number = numbers.indexOf(word.toLowerCase());
  return number < 0 ? suggestUnit(word) : String(number);
}

/** The `j` of `5j`, which Python takes for the imaginary unit and people for days (jours). */
function imaginaryUnit(text: string): { start: number; end: number } | undefined {
  const found = /[0-9]j\b/i.exec(text);
  return found === null ? undefined : { start: found.index + 1, end: found.index + 2 };
}
