import { parseBoolean } from '../../values/boolean';
import { parseInteger } from '../../values/integer';
import { booleanOptions, timeOptions } from '../../values/meaning';
import { parseTime } from '../../values/time';

/** A value in a policy's document. */
export type PolicyValue =
  | string
  | number
  | boolean
  | readonly string[]
  | { readonly name: string; readonly mode: string };

const numberOptions: ReadonlySet<string> = new Set(['maxretry', 'maxmatches', 'maxlines', 'dbmaxmatches']);

/**
 * The value of an option in normal units: times in seconds (bantime as fail2ban cuts it, −1 for ever), whole numbers, yes or no; all
 * else is text. Undefined where the text is no such value.
 */
export function normalValue(option: string, text: string): PolicyValue | undefined {
  if (booleanOptions.has(option)) return parseBoolean(text);
  if (numberOptions.has(option)) {
    const number = parseInteger(text);
    return number !== undefined && Number.isFinite(number) ? number : undefined;
  }
  if (option === 'bantime.factor') {
    return /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
  }
  if (!timeOptions.has(option)) return text;
  const time = parseTime(text);
  if (time.kind !== 'seconds') return undefined;
  return option === 'bantime' ? Math.trunc(time.seconds) : time.seconds;
}
