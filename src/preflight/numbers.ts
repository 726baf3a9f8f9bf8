import type { Argument } from '../resolve/command';
import { quote } from '../text/excerpt';
import { accepted, type Refusal } from './refusal';

/** A number the client could not read, which the server gets as nothing. `written` is the text of the option. */
export function checkNumber(option: string, sent: Argument, written: string): readonly Refusal[] {
  if (sent !== null) return accepted;
  return [
    {
      code: 'number',
      rule: 'value/wrong-type',
      message: `${option} = ${quote(written)} is not a whole number`,
      advice: 'write digits only',
    },
  ];
}

/** `maxlines` (`setMaxLines` of server/filter.py). */
export function checkMaxLines(sent: Argument): readonly Refusal[] {
  if (typeof sent !== 'bigint' || sent > 0n) return accepted;
  return [
    {
      code: 'number-range',
      rule: 'value/out-of-range',
      message: `maxlines = ${sent} is refused: it must be 1 or more`,
      advice: 'leave it out for filters that look at single lines',
    },
  ];
}

/** 16 GiB, in KiB: with more than the host's memory no thread can start, and then no jail. */
const largestStack = 1n << 24n;

/** `stacksize` of `[Thread]`, in KiB (Python's `threading.stack_size`). */
export function checkStackSize(sent: Argument, written: string): readonly Refusal[] {
  if (sent === null) return checkNumber('stacksize', sent, written);
  if (typeof sent !== 'bigint' || sent === 0n || (sent >= 32n && sent <= largestStack)) return accepted;
  return [
    {
      code: 'number-range',
      rule: 'value/out-of-range',
      message: `stacksize = ${sent} is refused: it must be 0, or from 32 on as many KiB as the host has to spare`,
      advice: 'write 0 for the default of the system',
    },
  ];
}
