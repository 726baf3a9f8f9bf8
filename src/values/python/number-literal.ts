import { lazyPattern } from '../../text/lazy-pattern';
import type { Token } from './token';

const whole = /0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+/y;
const decimal =
  /(?:([0-9](?:_?[0-9])*)(\.(?:[0-9](?:_?[0-9])*)?)?|\.[0-9](?:_?[0-9])*)([eE][-+]?[0-9](?:_?[0-9])*)?([jJ])?/y;
/** These may follow a number without a blank, as in `1if 1else 2`. */
const keyword = /(?:and|else|for|if|in|is|not|or)(?![0-9A-Za-z_\x80-\uffff])/y;
const word = lazyPattern(() => /[\p{XID_Continue}]+|[^\0-\x7f]/uy);

/** Python 3.11 and the security releases before it refuse longer numbers (sys.get_int_max_str_digits). */
const mostDigits = 4300;
/** Python has no limit for hexadecimal numbers; this one is for our own sake. */
const longestWhole = 16384;

/** The number that starts at `start`, where a digit or a point before one stands; `wrong` for the word in `5apples`. */
export function readNumber(source: string, start: number): Token {
  const written = match(whole, source, start)?.[0];
  const found = written === undefined ? match(decimal, source, start) : undefined;
  const end = start + (written ?? found?.[0] ?? '').length;
  const following = match(word(), source, end)?.[0];
  if (following !== undefined && match(keyword, source, end) === null) {
    return { kind: 'wrong', problem: 'unknown word', start: end, end: end + following.length };
  }
  if (written !== undefined) {
    if (written.length > longestWhole) return { kind: 'wrong', problem: 'number too long', start, end };
    return { kind: 'number', value: { type: 'int', value: BigInt(written.replaceAll('_', '')) }, start, end };
  }
  const [text = '', digits, fraction, exponent, imaginary] = found ?? [];
  const plain = text.replaceAll('_', '');
  if (imaginary !== undefined) return { kind: 'imaginary', start, end };
  if (digits === undefined || fraction !== undefined || exponent !== undefined) {
    return { kind: 'number', value: { type: 'float', value: Number(plain) }, start, end };
  }
  if (/^0+[1-9]/.test(plain)) return { kind: 'wrong', problem: 'leading zero', start, end };
  if (plain.length > mostDigits && !plain.startsWith('0'))
    return { kind: 'wrong', problem: 'number too long', start, end };
  return { kind: 'number', value: { type: 'int', value: BigInt(plain) }, start, end };
}

function match(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}
