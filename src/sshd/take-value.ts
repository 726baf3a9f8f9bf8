import { closestName } from '../text/closest-name';
import { quote } from '../text/excerpt';
import type { Word } from './arguments';
import { readNumber } from './port';
import { setFirst } from './state';
import type { Fault, Taker, Taking } from './taker';

/** The next argument, or what sshd says where it is missing or empty. */
export function nextArgument(taking: Taking, what: string): Word | Fault {
  const word = taking.next();
  return word === undefined || word.text === '' ? { message: `${what} is missing`, word } : word;
}

export function isFault(found: Word | Fault): found is Fault {
  return 'message' in found;
}

/** One word of several; `shown` gives the words as `sshd -T` prints them. The first line wins. */
export function oneOf(words: Readonly<Record<string, string>>, isCaseSensitive = false): Taker {
  const shown = new Map(Object.entries(words));
  return taking => {
    const word = nextArgument(taking, 'the value');
    if (isFault(word)) return word;
    const value = shown.get(isCaseSensitive ? word.text : word.text.toLowerCase());
    if (value === undefined) {
      const names = [...shown.keys()];
      const suggestion = closestName(word.text, names);
      return { message: `${quote(word.text)} is none of ${names.join(', ')}`, word, suggestion };
    }
    if (taking.active) setFirst(taking.state, taking.field, [value], taking.line);
    return undefined;
  };
}

export const flag = oneOf({ yes: 'yes', no: 'no' });

const mostInteger = 2 ** 31 - 1;

/** A whole number from 0 on. */
export const integer: Taker = taking => {
  const word = nextArgument(taking, 'the number');
  if (isFault(word)) return word;
  const value = readNumber(word.text, mostInteger);
  if (typeof value !== 'number') return { message: `${quote(word.text)} is ${describeNumber(value)}`, word };
  if (taking.active) setFirst(taking.state, taking.field, [String(value)], taking.line);
  return undefined;
};

function describeNumber(problem: 'invalid' | 'too small' | 'too large'): string {
  return problem === 'invalid' ? 'no whole number' : problem;
}

const seconds: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['s', 1],
  ['m', 60],
  ['h', 3600],
  ['d', 86_400],
  ['w', 604_800],
]);

/** Seconds of a time such as `90`, `1h30m` (`convtime` of OpenSSH's misc.c); undefined for what is none. */
export function readTime(text: string): number | undefined {
  if (!/^(?:[ \t\n\v\f\r]*\+?[0-9]+[smhdw])*(?:[ \t\n\v\f\r]*\+?[0-9]+)?$/i.test(text) || text === '')
    return undefined;
  let total = 0;
  for (const [, number = '', unit = ''] of text.matchAll(/([0-9]+)([smhdw]?)/gi)) {
    total += Number(number) * (seconds.get(unit.toLowerCase()) ?? 1);
  }
  return total > mostInteger ? undefined : total;
}

/** A time, printed in seconds. */
export function takeTime(taking: Taking, field = taking.field): Fault | undefined {
  const word = nextArgument(taking, 'the time');
  if (isFault(word)) return word;
  const value = readTime(word.text);
  if (value === undefined) return { message: `${quote(word.text)} is no time such as 30, 2m or 1h30m`, word };
  if (taking.active) setFirst(taking.state, field, [String(value)], taking.line);
  return undefined;
}

export const time: Taker = taking => takeTime(taking);

/** One word as it is. */
export const word: Taker = taking => takeWord(taking, text => text);

/** A path; `~` is root's home, and a relative one counts from `/`, where sshd is started. */
export const path: Taker = taking => takeWord(taking, fullPath);

/** A path that may stay relative. */
export const homePath: Taker = taking => takeWord(taking, expandHome);

export function takeWord(taking: Taking, change: (text: string) => string): Fault | undefined {
  const found = nextArgument(taking, 'the value');
  if (isFault(found)) return found;
  if (taking.active) setFirst(taking.state, taking.field, [change(found.text)], taking.line);
  return undefined;
}

export function fullPath(text: string): string {
  if (text.toLowerCase() === 'none') return 'none';
  const expanded = expandHome(text);
  return expanded.startsWith('/') ? expanded : `//${expanded}`;
}

/** Other people's homes aren't known. */
export function expandHome(text: string): string {
  const found = /^~(?:root)?(?:\/+(.*))?$/s.exec(text);
  return found === null ? text : `/root/${found[1] ?? ''}`;
}
