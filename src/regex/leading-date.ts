import type { Span } from '../text/span';

/**
 * The date and time with which an anchored regex begins, as fail2ban's own patterns would find them in a line (server/datedetector.py);
 * undefined where it begins otherwise. Only the usual ways to write digits and names of months are known.
 */
export function leadingDate(regex: string): Span | undefined {
  const [head, group] = opening.exec(regex) ?? [];
  if (head === undefined || !beginning.test(regex.slice(head.length, head.length + 10))) return undefined;
  const rest = plain(regex.slice(head.length, head.length + 300));
  const found = dates.map(date => date.exec(rest.text)?.[0].length ?? 0).find(length => length > 0);
  if (found === undefined) return undefined;
  const end = head.length + rest.ends[found - 1]!;
  // in a group that may be left out the date does no harm
  if (group !== undefined && !/^[^()]{0,300}\)(?![?*{])/.test(regex.slice(end))) return undefined;
  return { start: head.length, end };
}

const months = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
const days = 'Mon|Tue|Wed|Thu|Fri|Sat|Sun';

/** What may stand in front of the date, a bracket that opens a group last. */
const opening = new RegExp(
  String.raw`^\^(?:\\s[*+?]?|\s|\\[[<"']|\["?\[?\]\??)*(\((?:\?:)?(?![?]|(?:${months}|${days})[|)]))?`,
);

/** Y for four digits, N for fewer or any number of them, W for letters; what stands between is itself. */
const dates: readonly RegExp[] = [
  /^[YN]([-/])N\1[YN][T ][YN]:N:N/,
  /^Y\.N\.N[T ]N:N:N/,
  /^N([-/])W\1[YN][ :]N:N:N/,
  /^N([-/])N\1[YN]:N:N:N/,
  /^(?:W,? )?W N,? (?:[YN] )?N:N:N/,
];

/** What a date may begin with: digits, or the name of a day or month, in a group or not. */
const beginning = new RegExp(
  String.raw`^(?:\\d|\\[wS]\{3\}|\\w\+|\[(?:0-9|\\[dw]| \d|[Aa]-[Zz])|\d|\(\?:\\d|\(?\??:?(?:${months}|${days}))`,
);

interface Plain {
  readonly text: string;
  /** For each character of the text, where the part of the regex it stands for ends. */
  readonly ends: readonly number[];
}

const repeat = String.raw`(?:\{[\d,]+\}|[+*]\??|\?)?`;
const parts: readonly (readonly [string, RegExp])[] = [
  ['Y', /(?:\\d\{4\}|\[0-9\]\{4\}|(?:\\d){4}|20\\d\\d|20\\d\{2\}|20\d\d)(?!\\d|\d)/y],
  ['N', new RegExp(String.raw`(?:\\d${repeat}|\[(?:0-9|\\d| \d)[\d\-\\ ]*\]${repeat}|\d)+`, 'y')],
  [
    'W',
    new RegExp(
      String.raw`\(\??:?(?:(?:${months}|${days})\|?)+\)|(?:${months}|${days})(?![a-z])|\\[wS]\{3\}|\\w\+|\[(?:A-Za-z|a-zA-Z|A-Z|a-z|\\w)[\w-]*\]${repeat}(?:\[a-z\]${repeat})?`,
      'y',
    ),
  ],
  [' ', new RegExp(String.raw`(?:\\s| |\[ T\]|\[T \])${repeat}`, 'y')],
];

/** A regex with its usual parts replaced by one character each, up to the first that is none of them. */
function plain(regex: string): Plain {
  let text = '';
  const ends: number[] = [];
  for (let at = 0; at < regex.length; ) {
    const part = parts.find(([, pattern]) => {
      pattern.lastIndex = at;
      return pattern.test(regex);
    });
    if (part !== undefined) {
      text += part[0];
      at = part[1].lastIndex;
    } else {
      const escaped = regex[at] === '\\';
      const character = regex[escaped ? at + 1 : at];
      if (character === undefined || !/[-/.:,T_]/.test(character)) break;
      text += character;
      at += escaped ? 2 : 1;
    }
    ends.push(at);
  }
  return { text, ends };
}
