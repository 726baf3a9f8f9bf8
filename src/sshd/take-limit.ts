import { quote } from '../text/excerpt';
import { readNumber } from './port';
import { setFirst, setLast } from './state';
import { isFault, nextArgument, takeTime } from './take-value';
import type { Taker } from './taker';

/** `START:RATE:FULL` or one number; the last line wins. */
export const maxStartups: Taker = taking => {
  const word = nextArgument(taking, 'the number');
  if (isFault(word)) return word;
  const [, begin, rate, full] =
    /^\s*([+-]?\d+)(?::\s*([+-]?\d+)(?::\s*([+-]?\d+))?)?/.exec(word.text)?.map(Number) ?? [];
  const fault = { message: `${quote(word.text)} is not written as 10:30:100`, word };
  if (begin === undefined || Number.isNaN(begin)) return fault;
  const isAlone = rate === undefined || Number.isNaN(rate);
  if (!isAlone && (full === undefined || Number.isNaN(full))) return fault;
  const most = isAlone ? begin : full!;
  if (!isAlone && (begin > most || rate! > 100 || rate! < 1)) {
    return {
      message: `${quote(word.text)} is refused: the first number must not exceed the last, and the middle one is a percentage`,
      word,
    };
  }
  if (begin <= 0 || most <= 0) return { message: `${quote(word.text)} would let nobody in`, word };
  const before = taking.state.get(taking.field)?.values[0]?.split(':')[1];
  setLast(taking.state, taking.field, [`${begin}:${isAlone ? (before ?? '30') : rate}:${most}`], taking.line);
  return undefined;
};

/** Lengths of the masks for IPv4 and IPv6; the last line wins. */
export const netBlockSize: Taker = taking => {
  const word = nextArgument(taking, 'the number');
  if (isFault(word)) return word;
  const found = /^\s*([+-]?\d+)(?::\s*([+-]?\d+))?/.exec(word.text);
  const [ip4, ip6] = [Number(found?.[1]), found?.[2] === undefined ? 0 : Number(found[2])];
  if (!(ip4 >= 0 && ip4 <= 32 && ip6 >= 0 && ip6 <= 128))
    return { message: `${quote(word.text)} is not written as 32:128`, word };
  if (taking.active) setLast(taking.state, taking.field, [`${ip4}:${ip6}`], taking.line);
  return undefined;
};

export const perSourceMaxStartups: Taker = taking => {
  const word = nextArgument(taking, 'the number');
  if (isFault(word)) return word;
  const value = word.text === 'none' ? 'none' : readNumber(word.text, 2 ** 31 - 1);
  if (typeof value === 'string' && value !== 'none')
    return { message: `${quote(word.text)} is no number`, word };
  const shown = value === 2 ** 31 - 1 ? 'none' : String(value);
  if (taking.active) setLast(taking.state, taking.field, [shown], taking.line);
  return undefined;
};

export const unusedConnectionTimeout: Taker = taking => {
  const [first] = taking.line.words;
  if (first?.text.toLowerCase() !== 'none') return takeTime(taking);
  taking.next();
  if (taking.active) setLast(taking.state, taking.field, ['0'], taking.line);
  return undefined;
};

/** A limit of bytes, and of time; each is taken from the first line that has it. */
export const rekeyLimit: Taker = taking => {
  const word = nextArgument(taking, 'the limit');
  if (isFault(word)) return word;
  const bytes = word.text === 'default' ? 0n : readScaled(word.text);
  if (bytes === undefined) return { message: `${quote(word.text)} is no number of bytes such as 1G`, word };
  if (bytes !== 0n && bytes < 16n) return { message: `${quote(word.text)} is too small`, word };
  if (taking.active) setFirst(taking.state, taking.field, [String(bytes)], taking.line);
  if (taking.left() === 0) return undefined;
  const interval = taking.line.words[taking.line.words.length - taking.left()];
  if (interval?.text === 'none') {
    taking.next();
    return undefined;
  }
  return takeTime(taking, 'rekeyinterval');
};

/** A number with a unit (scan_scaled(3)). */
function readScaled(text: string): bigint | undefined {
  const found = /^[ \t\n\v\f\r]*([+-]?)([0-9]{0,18})(?:\.([0-9]*))?(?:([BKMGTPE])(?![A-Za-z0-9]).*)?$/is.exec(
    text,
  );
  if (found === null) return undefined;
  const [, sign, whole, fraction = '', unit = ''] = found;
  const scale = 1024n ** BigInt(Math.max(0, 'BKMGTPE'.indexOf(unit.toUpperCase())));
  const part =
    unit === '' || fraction === '' ? 0n : (BigInt(fraction) * scale) / 10n ** BigInt(fraction.length);
  const value = BigInt(whole || '0') * scale + part;
  if (value >= 2n ** 63n) return undefined;
  return sign === '-' ? -value : value;
}
