import { lazyPattern } from '../text/lazy-pattern';
import { skipSpace, trimEnd } from '../text/python-space';
import { sliceText, type Text } from '../text/text';
import { behindValue, quotedValue, runEnd } from './parameter-value';

/**
 * The parameters fail2ban 0.11 finds in a list from `start` to `close` (its `]`): whatever looks like `key=value` with `,`, `] [` or the
 * end of the list behind it. The rest is passed over without a word.
 */
export function looseParameters(text: Text, start: number, close: number): ReadonlyMap<string, Text> {
  const { value } = text;
  const parameters = new Map<string, Text>();
  let from = start;
  let run = { start, end: start - 1 };
  for (let equals = value.indexOf('=', from); equals >= 0 && equals < close; ) {
    const key = value.slice(keyStart(value, from, equals), equals);
    if (run.end <= equals) run = { start: equals + 1, end: runEnd(value, equals + 1, close) };
    const quoted = quotedValue(value, equals + 1, close);
    const choices = [...(quoted ? [quoted] : []), { start: equals + 1, end: run.end, next: run.end }];
    const found =
      key === '' ? undefined : choices.find(({ next }) => behindValue(value, next, close) !== undefined);
    if (found !== undefined) {
      const first = skipSpace(value, found.start, found.end);
      parameters.set(key, sliceText(text, first, trimEnd(value, first, found.end)));
      from = behindValue(value, found.next, close) ?? close;
    }
    equals = value.indexOf('=', Math.max(from, equals + 1));
  }
  return parameters;
}

const keyCharacter = lazyPattern(() => /^[\p{L}\p{N}_.-]$/u);

/** Where the key in front of the `=` at `equals` starts, not before `from`. */
function keyStart(value: string, from: number, equals: number): number {
  let start = equals;
  while (start > from) {
    const isPair = (value.codePointAt(start - 2) ?? 0) > 0xffff && start - 2 >= from;
    const before = start - (isPair ? 2 : 1);
    if (!keyCharacter().test(value.slice(before, start))) break;
    start = before;
  }
  return start;
}
