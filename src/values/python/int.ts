import { raiseFloat } from './float';
import { failed, float, int, type NumberResult } from './number';

/** Whole numbers with more bits are not worked out: about 19,700 digits, where fail2ban can't print over 4,300. */
const mostBits = 65536;

/** `left operator right` for whole numbers, exact. */
export function calculateInts(operator: string, left: bigint, right: bigint): NumberResult {
  const bits = bitOperation(operator, left, right);
  if (bits !== undefined) return int(bits);
  switch (operator) {
    case '+':
      return int(left + right);
    case '-':
      return int(left - right);
    case '*':
      return bitLength(left) + bitLength(right) > mostBits ? failed('too large') : int(left * right);
    case '/':
      return right === 0n ? failed('division by zero') : divideInts(left, right);
    case '//':
      return right === 0n ? failed('division by zero') : int((left - remainder(left, right)) / right);
    case '%':
      return right === 0n ? failed('division by zero') : int(remainder(left, right));
    case '**':
      return raiseInt(left, right);
    case '<<':
    case '>>':
      return shift(left, operator === '<<' ? right : -right, right < 0n);
    default:
      return failed('wrong operand');
  }
}

/** `&`, `|` or `^`; undefined for any other operator. */
export function bitOperation(operator: string, left: bigint, right: bigint): bigint | undefined {
  if (operator === '&') return left & right;
  if (operator === '|') return left | right;
  return operator === '^' ? left ^ right : undefined;
}

/** The remainder has the sign of the divisor, as in Python. */
function remainder(left: bigint, right: bigint): bigint {
  const rest = left % right;
  return rest !== 0n && rest < 0n !== right < 0n ? rest + right : rest;
}

function raiseInt(base: bigint, exponent: bigint): NumberResult {
  if (exponent < 0n) {
    if (!Number.isFinite(Number(base)) || !Number.isFinite(Number(exponent))) return failed('too large');
    return raiseFloat(Number(base), Number(exponent));
  }
  if (base >= -1n && base <= 1n) return int(exponent === 0n ? 1n : exponent % 2n === 0n ? base * base : base);
  return BigInt(bitLength(base)) * exponent > mostBits ? failed('too large') : int(base ** exponent);
}

function shift(value: bigint, leftBy: bigint, negative: boolean): NumberResult {
  if (negative) return failed('negative shift');
  if (value === 0n) return int(0n);
  if (BigInt(bitLength(value)) + leftBy > mostBits) return failed('too large');
  return int(leftBy < -mostBits ? (value < 0n ? -1n : 0n) : value << leftBy);
}

/** Rounded once, as Python does, also where neither number fits a float: 66 bits and a mark for the rest suffice. */
function divideInts(left: bigint, right: bigint): NumberResult {
  if (Number.isSafeInteger(Number(left)) && Number.isSafeInteger(Number(right)))
    return float(Number(left) / Number(right));
  const scale = bitLength(right) - bitLength(left) + 66;
  const dividend = scale > 0 ? left << BigInt(scale) : left;
  const divisor = scale > 0 ? right : right << BigInt(-scale);
  const quotient = dividend / divisor;
  const mark = dividend % divisor === 0n ? 0n : left < 0n === right < 0n ? 1n : -1n;
  let result = Number(quotient * 2n + mark);
  for (let power = -scale - 1; power !== 0; ) {
    const step = Math.max(-500, Math.min(500, power));
    result *= 2 ** step;
    power -= step;
  }
  return Number.isFinite(result) ? float(result) : failed('too large');
}

function bitLength(value: bigint): number {
  return value === 0n ? 0 : (value < 0n ? -value : value).toString(16).length * 4;
}
