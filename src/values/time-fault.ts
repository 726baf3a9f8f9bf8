import type { Span } from '../text/span';
import { parseInteger } from './integer';
import { unquote } from './quotes';
import { type OddTime, parseTime } from './time';

/**
 * What comes of a time that is none. `refused`: the server takes no further command and ends. `blind`: the jail finds no failure at
 * all. `growth`: no ban grows. `purge`: the database is never cleaned up. `works`: fail2ban makes a number of it all the same.
 */
export type TimeEffect = 'refused' | 'blind' | 'growth' | 'purge' | 'works';

/** What is wrong with a time, and where in its text. */
export interface TimeFault extends Span {
  readonly reason: string;
  readonly effect: TimeEffect;
}

/**
 * What is wrong with the text of `bantime`, `findtime`, `bantime.maxtime`, `bantime.rndtime`, `dbpurgeage` or the `timeout` of an
 * action; undefined for a time.
 * The effects were measured with the server of 1.0.2.
 */
export function findTimeFault(option: string, text: string): TimeFault | undefined {
  const isLimit = option === 'bantime.maxtime' || option === 'bantime.rndtime';
  if (text === '' && isLimit) return undefined;
  const time = parseTime(text);
  if (time.kind === 'seconds') return findAnd(text);
  if (time.kind === 'refused') {
    const { start, end, reason } = time;
    return { start, end, reason, effect: 'refused' };
  }
  // None counts as not set there
  if (isLimit && time.what === 'none') return undefined;
  const effect = effectOf(option, time.what, text);
  return { start: 0, end: text.length, reason: reasons[time.what], effect };
}

/** To Python `1 hour and 30 minutes` is the 30 minutes alone. */
function findAnd(text: string): TimeFault | undefined {
  const found = /\band\b/i.exec(text.replace(/#.*/, ''));
  if (found === null) return undefined;
  const reason = 'of what "and" joins only the last part counts';
  return { start: found.index, end: found.index + 3, reason, effect: 'works' };
}

function effectOf(option: string, what: OddTime, text: string): TimeEffect {
  if (what === 'boolean' || what === 'python') return 'works';
  if (option === 'bantime') {
    // int() also takes the digits of a quoted text
    const isDigits = what === 'text' && parseInteger(unquote(text)) !== undefined;
    return isDigits ? 'works' : 'refused';
  }
  if (what === 'not finite' || option === 'timeout') return 'works';
  if (option === 'findtime') return 'blind';
  return option === 'dbpurgeage' ? 'purge' : 'growth';
}

const reasons = {
  tuple: 'the comma makes several values of it',
  list: 'it is a list',
  set: 'it is a set',
  dict: 'it is a mapping',
  text: 'its quotes make it a text instead of a number',
  bytes: 'its quotes make it a text instead of a number',
  boolean: 'it counts as 1 or 0 seconds',
  none: 'it is no number',
  ellipsis: 'it is no number',
  complex: '"j" makes it an imaginary number',
  'not finite': 'the number is too large',
  python: 'fail2ban runs it as Python code',
} as const satisfies Record<OddTime, string>;
