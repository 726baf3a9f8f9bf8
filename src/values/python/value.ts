import { calculate, calculateSigned, compareNumbers } from './arithmetic';
import type { Failure, PythonNumber } from './number';

/** What an expression comes to. `object` is something of Python's own, such as a function: what it does stays open. */
export type PythonValue =
  | PythonNumber
  | { readonly type: 'complex' | 'none' | 'ellipsis' | 'object' }
  | { readonly type: 'text' | 'bytes' | 'tuple' | 'list' | 'set' | 'dict'; readonly empty: boolean };

/** `beyond`: what it comes to can't be told without running Python. */
export type ValueResult =
  | PythonValue
  | { readonly type: 'beyond' }
  | { readonly type: 'failed'; readonly why: Failure };

const beyond = { type: 'beyond' } as const;
const wrongOperand = { type: 'failed', why: 'wrong operand' } as const;

/** `+`, `-` or `~` before a value. */
export function signValue(operator: string, operand: PythonValue): ValueResult {
  if (isNumber(operand)) return calculateSigned(operator, operand);
  if (operand.type === 'complex' && operator !== '~') return operand;
  return operand.type === 'object' ? beyond : wrongOperand;
}

/** An arithmetic, bit or shift operator between two values; only numbers are worked out. */
export function combineValues(operator: string, left: PythonValue, right: PythonValue): ValueResult {
  if (isNumber(left) && isNumber(right)) return calculate(operator, left, right);
  if (left.type === 'object' || right.type === 'object') return beyond;
  if (isComplex(left) && isComplex(right)) return combineComplex(operator, left, right);
  const repeats = (isSequence(left) && isWhole(right)) || (isWhole(left) && isSequence(right));
  if (operator === '*' && repeats) return beyond;
  if (operator === '%' && (left.type === 'text' || left.type === 'bytes')) return beyond;
  return left.type === right.type && isContainer(left) ? beyond : wrongOperand;
}

/** One of Python's comparisons, `in` and `is` among them. */
export function compareValues(operator: string, left: PythonValue, right: PythonValue): ValueResult {
  if (left.type === 'object' || right.type === 'object') return beyond;
  if (operator === 'in' || operator === 'not in') return isContainer(right) ? beyond : wrongOperand;
  const negative = operator === 'is not' || operator === '!=';
  const alike = left.type === right.type || (isComplex(left) && isComplex(right));
  if (operator === 'is' || operator === 'is not') {
    return left.type === 'none' || right.type === 'none' ? booleanValue(alike !== negative) : beyond;
  }
  if (isNumber(left) && isNumber(right)) return booleanValue(compareNumbers(operator, left, right));
  if (operator === '==' || negative) {
    return alike && left.type !== 'none' && left.type !== 'ellipsis'
      ? beyond
      : booleanValue(alike !== negative);
  }
  return alike && isContainer(left) && left.type !== 'dict' ? beyond : wrongOperand;
}

/** A call or a `[…]` behind a value. */
export function useValue(kind: 'call' | 'subscript', value: PythonValue): ValueResult {
  if (value.type === 'object') return beyond;
  return kind === 'subscript' && isContainer(value) && value.type !== 'set' ? beyond : wrongOperand;
}

/** A set, or a dict, with these members, or keys: things that can change are refused. */
export function collectValues(type: 'set' | 'dict', keys: readonly PythonValue[]): ValueResult {
  for (const key of keys) {
    if (key.type === 'list' || key.type === 'set' || key.type === 'dict') return wrongOperand;
    if (key.type === 'tuple' && !key.empty) return beyond;
  }
  return { type, empty: keys.length === 0 };
}

/** Whether Python takes a value for true, or undefined where that can't be told. */
export function truthOf(value: PythonValue): boolean | undefined {
  if (isNumber(value)) return value.type === 'float' ? value.value !== 0 : value.value !== 0n;
  if (isContainer(value)) return !value.empty;
  if (value.type === 'none') return false;
  return value.type === 'ellipsis' ? true : undefined;
}

/** Python's `True` or `False`. */
export function booleanValue(value: boolean): PythonValue {
  return { type: 'boolean', value: value ? 1n : 0n };
}

/** A whole number too large for a float can't meet a complex one. */
function combineComplex(operator: string, left: PythonValue, right: PythonValue): ValueResult {
  if (!['+', '-', '*', '/', '**'].includes(operator)) return wrongOperand;
  for (const value of [left, right]) {
    const tooLarge = isNumber(value) && value.type !== 'float' && !Number.isFinite(Number(value.value));
    if (tooLarge) return { type: 'failed', why: 'too large' };
  }
  return operator === '/' || operator === '**' ? beyond : { type: 'complex' };
}

function isNumber(value: PythonValue): value is PythonNumber {
  return value.type === 'float' || isWhole(value);
}

function isWhole(value: PythonValue): boolean {
  return value.type === 'int' || value.type === 'boolean';
}

function isComplex(value: PythonValue): boolean {
  return value.type === 'complex' || isNumber(value);
}

function isContainer(value: PythonValue): value is Extract<PythonValue, { readonly empty: boolean }> {
  return 'empty' in value;
}

function isSequence(value: PythonValue): boolean {
  return isContainer(value) && value.type !== 'set' && value.type !== 'dict';
}
