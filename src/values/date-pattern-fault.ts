import { dateFieldAt } from '../knowledge/date-fields';
import type { Span } from '../text/span';

/** What is wrong with a date pattern that the server takes, and where in its text. */
export interface DatePatternFault extends Span {
  /** `blind`: no line gets a date, or each ends in an error. `vague`: lines get a date that is not theirs. */
  readonly effect: 'blind' | 'vague';
  /** In words that follow the pattern. */
  readonly reason: string;
}

/**
 * Finds what fail2ban notices only when a line comes, if at all (server/datetemplate.py, server/strptime.py; measured with 1.0.2):
 * brackets around the date that are no text, a `{keyword}` there is none of, parts of a date that don't make one.
 */
export function findDatePatternFault(pattern: string): DatePatternFault | undefined {
  const { fields, sets, isRefused } = scan(pattern);
  if (isRefused) return undefined;
  const set = sets[0];
  if (set !== undefined) {
    return {
      ...set,
      effect: 'blind',
      reason: 'has brackets that are not escaped, and so are a set of characters and no text',
    };
  }
  const keyword = unknownKeyword(pattern);
  if (keyword !== undefined) {
    return {
      ...keyword,
      effect: 'blind',
      reason: `has ${pattern.slice(keyword.start, keyword.end)}, which fail2ban does not know`,
    };
  }
  return fields.size === 0 || holdsMore.test(pattern) ? undefined : partsFault(pattern, fields);
}

/** A whole date, or parts in groups of the author's own. */
const holdsMore = /\{(?:DATE|L?EPOCH)\}|\(\?P<(?!_sep>)/i;

function partsFault(pattern: string, fields: ReadonlySet<string>): DatePatternFault | undefined {
  const has = (...names: readonly string[]) => names.some(name => fields.has(name));
  const whole = { start: 0, end: pattern.length };
  // one field for a whole date
  if (has('c', 'x', 'X', 'j', 'U', 'W')) return undefined;
  const hasDay = has('d', 'Exd');
  const hasMonth = has('m', 'b', 'B', 'Exm');
  if (hasDay !== hasMonth) {
    const [there, missing] = hasDay ? ['day', 'month'] : ['month', 'day'];
    return {
      ...whole,
      effect: 'blind',
      reason: `has a ${there} and no ${missing}, and every line with it ends in an error`,
    };
  }
  if (!has('H', 'I', 'k', 'l', 'ExH', 'Exk', 'Exl')) {
    return {
      ...whole,
      effect: 'vague',
      reason: 'has no time, so that every line counts as written at midnight',
    };
  }
  return hasDay
    ? undefined
    : { ...whole, effect: 'vague', reason: 'has no day and month, so that old lines count as written today' };
}

/** The fields of a pattern, and the sets of characters that hold one. */
function scan(pattern: string): { fields: ReadonlySet<string>; sets: readonly Span[]; isRefused: boolean } {
  const fields = new Set<string>();
  const sets: Span[] = [];
  let open: number | undefined;
  let holdsField = false;
  let isRefused = false;
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at];
    if (character === '\\') at++;
    else if (character === '%') {
      const field = dateFieldAt(pattern, at + 1);
      at += field?.length ?? 1;
      isRefused ||= field === undefined;
      if (field === undefined || field === '%') continue;
      fields.add(field);
      holdsField ||= open !== undefined;
    } else if (open === undefined && character === '[') {
      open = at;
      holdsField = false;
      if (pattern[at + 1] === '^') at++;
      if (pattern[at + 1] === ']') at++;
    } else if (open !== undefined && character === ']') {
      if (holdsField) sets.push({ start: open, end: at + 1 });
      open = undefined;
    }
  }
  return { fields, sets, isRefused };
}

/** `{EPOC}`, `{TIME}`; `{4}` and `{1,2}` are numbers of a regex. */
function unknownKeyword(pattern: string): Span | undefined {
  for (const match of pattern.matchAll(/(?<!\\)\{([A-Za-z^*][A-Za-z^*-]{0,30})\}/g)) {
    if (/^(?:DATE|L?EPOCH|NONE|DEFAULT|UNB|\^LN-BEG)$/i.test(match[1]!)) continue;
    return { start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}
