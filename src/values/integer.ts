import { strip } from '../text/python-space';
import { unquote } from './quotes';

/** Python 3.11 and the security releases before it refuse longer numbers (sys.get_int_max_str_digits). */
const mostDigits = 4300;

/**
 * The whole number Python's `int(text)` gives, or undefined where Python refuses. Allowed are white space around it
 * (without U+001C to U+001F), one sign, decimal digits of any script, single `_` between digits. Exact to any size;
 * measured with Python 3.11.
 */
export function parseExactInteger(text: string): bigint | undefined {
  if (/^[0-9]{1,15}$/.test(text)) return BigInt(text);
  if (/[\x1c-\x1f]/.test(text)) return undefined;
  const match = /^([+-]?)(\p{Nd}(?:_?\p{Nd})*)$/u.exec(strip(text));
  if (match === null) return undefined;
  const digits = asciiDigits((match[2] ?? '').replaceAll('_', ''));
  if (digits.length > mostDigits) return undefined;
  return match[1] === '-' ? -BigInt(digits) : BigInt(digits);
}

/** As `parseExactInteger`, rounded to the nearest JavaScript number; beyond 1.8e308 that is an infinity. */
export function parseInteger(text: string): number | undefined {
  const exact = parseExactInteger(text);
  return exact === undefined ? undefined : Number(exact);
}

/** The digits of a text that would be a number but for its quotes or one character at its end: `"5"`, `5x`, `3.`. */
export function suggestInteger(text: string): string | undefined {
  return /^([0-9]+)[^0-9]?$/.exec(unquote(text.split('#', 1)[0] ?? ''))?.[1];
}

function asciiDigits(digits: string): string {
  if (/^[0-9]*$/.test(digits)) return digits;
  return Array.from(digits, digit => String(digitValue(digit.codePointAt(0) ?? 0))).join('');
}

/** Unicode keeps the ten digits of a script together, zero first; scripts may follow each other without a gap. */
function digitValue(codePoint: number): number {
  let before = 0;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(codePoint - before - 1))) before++;
  return before % 10;
}
