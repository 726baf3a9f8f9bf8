import { calculateFloats } from './float';
import { bitOperation, calculateInts } from './int';
import { failed, float, int, type NumberResult, type PythonNumber } from './number';

/** `left operator right` for an arithmetic, bit or shift operator of Python. */
export function calculate(operator: string, left: PythonNumber, right: PythonNumber): NumberResult {
  if (left.type === 'float' || right.type === 'float') return calculateFloats(operator, left, right);
  const bits =
    left.type === 'boolean' && right.type === 'boolean'
      ? bitOperation(operator, left.value, right.value)
      : undefined;
  if (bits !== undefined) return { type: 'boolean', value: bits };
  return calculateInts(operator, left.value, right.value);
}

/** `-value`, `+value` or `~value`. */
export function calculateSigned(operator: string, operand: PythonNumber): NumberResult {
  if (operand.type === 'float') {
    if (operator === '~') return failed('wrong operand');
    return float(operator === '-' ? -operand.value : operand.value);
  }
  const { value } = operand;
  return int(operator === '-' ? -value : operator === '~' ? ~value : value);
}

/** Python's `< <= > >= == !=`; exact between whole and decimal numbers. */
export function compareNumbers(operator: string, left: PythonNumber, right: PythonNumber): boolean {
  const atMost = left.value <= right.value;
  const atLeast = left.value >= right.value;
  if (operator === '<') return left.value < right.value;
  if (operator === '<=') return atMost;
  if (operator === '>') return left.value > right.value;
  if (operator === '>=') return atLeast;
  return (operator === '==') === (atMost && atLeast);
}
