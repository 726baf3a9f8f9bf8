import { quote } from '../text/excerpt';
import { setLast } from './state';
import { isFault, nextArgument } from './take-value';
import type { Taker } from './taker';

const serviceClasses: readonly (readonly [string, number])[] = [
  ['none', -1],
  ...[1, 2, 3, 4].flatMap(level =>
    [1, 2, 3].map(drop => [`af${level}${drop}`, level * 32 + drop * 8] as const),
  ),
  ...[0, 1, 2, 3, 4, 5, 6, 7].map(level => [`cs${level}`, level * 32] as const),
  ['ef', 0xb8],
  ['le', 0x04],
  ['lowdelay', 0x10],
  ['throughput', 0x08],
  ['reliability', 0x04],
];

/** One class or two; the last line wins. */
export const qualityOfService: Taker = taking => {
  const first = nextArgument(taking, 'the class');
  if (isFault(first)) return first;
  const second = taking.next() ?? first;
  const shown: string[] = [];
  for (const word of [first, second]) {
    const value = classOf(word.text);
    if (value === undefined) return { message: `${quote(word.text)} is no class of service`, word };
    const name = serviceClasses.find(each => each[1] === value)?.[0];
    shown.push(name ?? `0x${value.toString(16).padStart(2, '0')}`);
  }
  if (taking.active) setLast(taking.state, taking.field, [shown.join(' ')], taking.line);
  return undefined;
};

function classOf(text: string): number | undefined {
  const named = serviceClasses.find(each => each[0] === text.toLowerCase())?.[1];
  if (named !== undefined) return named;
  if (!/^\s*\+?(?:0[xX][0-9a-fA-F]+|[0-9]+)$/.test(text)) return undefined;
  const plain = text.trim().replace(/^\+/, '');
  const value = /^0[0-9]/.test(plain)
    ? /[89]/.test(plain)
      ? Number.NaN
      : Number.parseInt(plain, 8)
    : Number(plain);
  return value <= 255 ? value : undefined;
}
