import type { Span } from '../../text/span';
import type { Failure } from './number';
import { parsePython } from './syntax';
import type { SyntaxProblem } from './token';
import type { Node, Operation } from './tree';
import {
  booleanValue,
  collectValues,
  combineValues,
  compareValues,
  type PythonValue,
  signValue,
  truthOf,
  useValue,
  type ValueResult,
} from './value';

export type PythonProblem = SyntaxProblem | Failure;

/** Where Python would refuse the expression and why, or `beyond` where this project doesn't follow Python. */
type PythonStop =
  | { readonly type: 'beyond' }
  | ({ readonly type: 'refused'; readonly problem: PythonProblem } & Span);
export type PythonResult = PythonValue | PythonStop;

/** Names that mean something to Python, whatever it may be. */
type Known = ReadonlySet<string>;

const beyond = { type: 'beyond' } as const;

/**
 * What Python's `eval` gives for a text whose lines end in `\n`, worked out by a grammar: nothing is ever run. A name
 * that is not among `known` is refused. Never throws; spans are offsets into `source`.
 */
export function evaluatePython(source: string, known: Known): PythonResult {
  const parsed = parsePython(source);
  if (parsed.kind === 'beyond') return beyond;
  return parsed.kind === 'tree' ? evaluate(parsed.root, known) : refused(parsed.problem, parsed);
}

function evaluate(node: Node, known: Known): PythonResult {
  switch (node.kind) {
    case 'number':
      return node.value;
    case 'imaginary':
      return { type: 'complex' };
    case 'None':
      return { type: 'none' };
    case 'ellipsis':
      return { type: 'ellipsis' };
    case 'beyond':
      return beyond;
    case 'text':
      return { type: node.bytes ? 'bytes' : 'text', empty: node.empty };
    case 'name':
      return known.has(node.name) ? { type: 'object' } : refused('unknown word', node);
    case 'tuple':
    case 'list': {
      const items = evaluateAll(node.items, known);
      return isStop(items) ? items : { type: node.kind, empty: items.length === 0 };
    }
    case 'set': {
      const items = evaluateAll(node.items, known);
      return isStop(items) ? items : at(node, collectValues('set', items));
    }
    case 'dict': {
      const pairs = evaluateAll(
        node.entries.flatMap(({ key, value }) => [key, value]),
        known,
      );
      if (isStop(pairs)) return pairs;
      const keys = pairs.filter((_, index) => index % 2 === 0);
      return at(node, collectValues('dict', keys));
    }
    case 'signed': {
      const operand = evaluate(node.operand, known);
      return isStop(operand) ? operand : at(node, signValue(node.operator, operand));
    }
    case 'calculation':
      return calculateAll(node.first, node.rest, known);
    case 'comparison':
      return compareAll(node.first, node.rest, known);
    case 'and':
    case 'or':
      return join(node.kind, node.operands, known);
    case 'not': {
      const truth = evaluateTruth(node.operand, known);
      return typeof truth === 'boolean' ? booleanValue(!truth) : truth;
    }
    case 'choice': {
      const truth = evaluateTruth(node.test, known);
      return typeof truth === 'boolean' ? evaluate(truth ? node.yes : node.no, known) : truth;
    }
    case 'call':
    case 'subscript':
      return use(node.kind, node.target, node.parts, known);
    case 'attribute': {
      const target = evaluate(node.target, known);
      return target.type === 'refused' ? target : beyond;
    }
  }
}

/** Several values in the order Python works them out, or what stops it. */
function evaluateAll(nodes: readonly Node[], known: Known): readonly PythonValue[] | PythonStop {
  const values: PythonValue[] = [];
  for (const node of nodes) {
    const value = evaluate(node, known);
    if (isStop(value)) return value;
    values.push(value);
  }
  return values;
}

function evaluateTruth(node: Node, known: Known): boolean | PythonStop {
  const value = evaluate(node, known);
  return isStop(value) ? value : (truthOf(value) ?? beyond);
}

function calculateAll(first: Node, rest: readonly Operation[], known: Known): PythonResult {
  let result = evaluate(first, known);
  for (const operation of rest) {
    if (isStop(result)) return result;
    const operand = evaluate(operation.operand, known);
    if (isStop(operand)) return operand;
    result = at(operation, combineValues(operation.operator, result, operand));
  }
  return result;
}

/** `a < b < c` means `a < b and b < c`. */
function compareAll(first: Node, rest: readonly Operation[], known: Known): PythonResult {
  let left = evaluate(first, known);
  let result = left;
  for (const operation of rest) {
    if (isStop(left)) return left;
    const right = evaluate(operation.operand, known);
    if (isStop(right)) return right;
    result = at(operation, compareValues(operation.operator, left, right));
    if (isStop(result) || truthOf(result) === false) return result;
    left = right;
  }
  return result;
}

function join(word: 'and' | 'or', operands: readonly Node[], known: Known): PythonResult {
  let result: PythonResult = beyond;
  for (const [index, operand] of operands.entries()) {
    result = evaluate(operand, known);
    if (isStop(result) || index === operands.length - 1) return result;
    const truth = truthOf(result);
    if (truth === undefined) return beyond;
    if (truth === (word === 'or')) return result;
  }
  return result;
}

/** What is called comes first, then its arguments; either may be refused before anything would be run. */
function use(kind: 'call' | 'subscript', target: Node, parts: readonly Node[], known: Known): PythonResult {
  const value = evaluate(target, known);
  if (isStop(value)) return value;
  const values = evaluateAll(parts, known);
  return isStop(values) ? values : at(parts[0] ?? target, useValue(kind, value));
}

function at(span: Span, result: ValueResult): PythonResult {
  return result.type === 'failed' ? refused(result.why, span) : result;
}

function isStop(value: PythonResult | readonly PythonValue[]): value is PythonStop {
  return 'type' in value && (value.type === 'beyond' || value.type === 'refused');
}

function refused(problem: PythonProblem, { start, end }: Span): PythonStop {
  return { type: 'refused', problem, start, end };
}
