/** A number with its noun: `1 error`, `2 errors`, `3 info`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 || noun === 'info' ? '' : 's'}`;
}
