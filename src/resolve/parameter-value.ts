import { skipSpace } from '../text/python-space';

/** A value in a parameter list, without its quotes; `next` is behind them. */
export interface ParameterValue {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/** The quoted value at `at`; undefined where there is no quote, or none that closes it before the list ends at `close`. */
export function quotedValue(value: string, at: number, close: number): ParameterValue | undefined {
  const quote = value[at];
  if (at >= close || (quote !== '"' && quote !== "'")) return undefined;
  const end = value.indexOf(quote, at + 1);
  return end < 0 || end >= close ? undefined : { start: at + 1, end, next: end + 1 };
}

/** End of a value without quotes: the next `,` or `]`, or the end of the list. */
export function runEnd(value: string, at: number, close: number): number {
  let end = at;
  while (end < close && value[end] !== ',' && value[end] !== ']') end++;
  return end;
}

/** Behind the `,`, `] [` or end of the list that follows a value; undefined if something else does. */
export function behindValue(value: string, at: number, close: number): number | undefined {
  if (at === close || (at === close - 1 && value[at] === '\n')) return close;
  if (value[at] === ',') return at + 1;
  if (value[at] !== ']') return undefined;
  const open = skipSpace(value, at + 1, close);
  return open < close && value[open] === '[' ? open + 1 : undefined;
}
