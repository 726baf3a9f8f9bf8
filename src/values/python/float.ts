import { failed, float, type NumberResult, type PythonNumber } from './number';

/** `left operator right` where one of the two is a decimal number. */
export function calculateFloats(
  operator: string,
  leftNumber: PythonNumber,
  rightNumber: PythonNumber,
): NumberResult {
  const left = Number(leftNumber.value);
  const right = Number(rightNumber.value);
  const unfit =
    (leftNumber.type !== 'float' && !Number.isFinite(left)) ||
    (rightNumber.type !== 'float' && !Number.isFinite(right));
  switch (operator) {
    case '+':
      return unfit ? failed('too large') : float(left + right);
    case '-':
      return unfit ? failed('too large') : float(left - right);
    case '*':
      return unfit ? failed('too large') : float(left * right);
    case '/':
    case '//':
    case '%':
      if (unfit) return failed('too large');
      if (right === 0) return failed('division by zero');
      return float(operator === '/' ? left / right : divideFloats(left, right)[operator]);
    case '**':
      return unfit ? failed('too large') : raiseFloat(left, right);
    default:
      return failed('wrong operand');
  }
}

/** `base ** exponent`. JavaScript's power may differ from Python's in the last digit of the result. */
export function raiseFloat(base: number, exponent: number): NumberResult {
  if (base === 1 || (base === -1 && !Number.isFinite(exponent) && !Number.isNaN(exponent))) return float(1);
  if (base === 0 && exponent < 0 && Number.isFinite(exponent)) return failed('division by zero');
  if (base < 0 && Number.isFinite(base) && Number.isFinite(exponent) && !Number.isInteger(exponent))
    return { type: 'complex' };
  const power = base ** exponent;
  return !Number.isFinite(power) && Number.isFinite(base) && Number.isFinite(exponent)
    ? failed('too large')
    : float(power);
}

/** Quotient rounded down and the remainder that goes with it; zeros have the sign they have in Python. */
function divideFloats(left: number, right: number): { readonly '//': number; readonly '%': number } {
  let rest = left % right;
  let quotient = (left - rest) / right;
  if (rest === 0) rest = right < 0 ? -0 : 0;
  else if (rest < 0 !== right < 0) {
    rest += right;
    quotient -= 1;
  }
  if (quotient === 0) return { '//': (left / right) * 0, '%': rest };
  const floor = Math.floor(quotient);
  return { '//': quotient - floor > 0.5 ? floor + 1 : floor, '%': rest };
}
