import {
  before,
  current,
  deeper,
  deepestNesting,
  goBeyond,
  isSign,
  isWord,
  misplaced,
  type Parsed,
  type Reader,
  refusal,
  stop,
  take,
  takeWord,
} from './reader';
import { tokenize } from './tokens';
import type { Entry, Node, Operation } from './tree';

/** Python gives up on longer sums too, at some 2,980 numbers. */
const longestChain = 2900;

const binaryOperators: readonly (readonly string[])[] = [
  ['|'],
  ['^'],
  ['&'],
  ['<<', '>>'],
  ['+', '-'],
  ['*', '/', '//', '%', '@'],
];
const comparisons = ['<', '<=', '>', '>=', '==', '!='];
const keywords: ReadonlySet<string> = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from global ' +
    'if import in is lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
);

/** Reads what Python's `eval` would evaluate. Lines end in `\n`; spans are offsets into `source`. */
export function parsePython(source: string): Parsed {
  const reader: Reader = { tokens: tokenize(source), at: 0, depth: 0, stop: undefined };
  const root = list(reader, false);
  while (current(reader).kind === 'line end') reader.at++;
  if (current(reader).kind !== 'end') misplaced(reader);
  const last = reader.tokens.at(-1);
  if (reader.stop?.kind === 'beyond' && last?.kind === 'wrong') return refusal(last.problem, last);
  return reader.stop ?? { kind: 'tree', root };
}

/** Expressions with commas between them: one alone stands for itself, more make a tuple. */
function list(reader: Reader, inBrackets: boolean): Node {
  const first = item(reader, inBrackets);
  if (!isSign(reader, ',')) return first;
  const items = [first];
  while (take(reader, ',') && startsExpression(reader)) items.push(item(reader, inBrackets));
  return { kind: 'tuple', items, start: first.start, end: before(reader) };
}

/** One expression of a list. In brackets Python allows more than that behind and before it. */
function item(reader: Reader, inBrackets: boolean): Node {
  if (inBrackets && isSign(reader, '**')) return goBeyond(reader);
  const { start } = current(reader);
  if (inBrackets && take(reader, '*')) return { kind: 'beyond', start, end: binary(reader, 0).end };
  const node = expression(reader);
  const goesOn = isSign(reader, ':=') || isWord(reader, 'for') || isWord(reader, 'async');
  return inBrackets && goesOn ? goBeyond(reader) : node;
}

function expression(reader: Reader): Node {
  const { start } = current(reader);
  if (takeWord(reader, 'lambda')) {
    return take(reader, ':')
      ? { kind: 'beyond', start, end: deeper(reader, expression).end }
      : goBeyond(reader);
  }
  const yes = junction(reader, 'or');
  if (!takeWord(reader, 'if')) return yes;
  const test = junction(reader, 'or');
  if (!takeWord(reader, 'else')) return misplaced(reader);
  const no = deeper(reader, expression);
  return { kind: 'choice', test, yes, no, start: yes.start, end: no.end };
}

function junction(reader: Reader, word: 'and' | 'or'): Node {
  const part = word === 'or' ? (inner: Reader) => junction(inner, 'and') : negation;
  const first = part(reader);
  if (!isWord(reader, word)) return first;
  const operands = [first];
  while (takeWord(reader, word)) operands.push(part(reader));
  return { kind: word, operands, start: first.start, end: before(reader) };
}

function negation(reader: Reader): Node {
  const { start } = current(reader);
  if (!takeWord(reader, 'not')) return comparison(reader);
  const operand = deeper(reader, negation);
  return { kind: 'not', operand, start, end: operand.end };
}

function comparison(reader: Reader): Node {
  const first = binary(reader, 0);
  const rest: Operation[] = [];
  for (;;) {
    const { start } = current(reader);
    const operator = comparisonOperator(reader);
    if (operator === undefined) break;
    const end = before(reader);
    rest.push({ operator, operand: binary(reader, 0), start, end });
  }
  return rest.length === 0
    ? first
    : { kind: 'comparison', first, rest, start: first.start, end: before(reader) };
}

function comparisonOperator(reader: Reader): string | undefined {
  const token = current(reader);
  if (token.kind === 'sign' && comparisons.includes(token.sign)) {
    reader.at++;
    return token.sign;
  }
  if (takeWord(reader, 'in')) return 'in';
  if (takeWord(reader, 'is')) return takeWord(reader, 'not') ? 'is not' : 'is';
  if (!takeWord(reader, 'not')) return undefined;
  if (!takeWord(reader, 'in')) misplaced(reader);
  return 'not in';
}

function binary(reader: Reader, strength: number): Node {
  const operators = binaryOperators[strength];
  if (operators === undefined) return signed(reader);
  const first = binary(reader, strength + 1);
  const rest: Operation[] = [];
  for (;;) {
    const token = current(reader);
    if (token.kind !== 'sign' || !operators.includes(token.sign)) break;
    if (rest.length >= longestChain) return stop(reader, refusal('too deep', token));
    reader.at++;
    const operand = binary(reader, strength + 1);
    rest.push({ operator: token.sign, operand, start: token.start, end: token.end });
  }
  return rest.length === 0
    ? first
    : { kind: 'calculation', first, rest, start: first.start, end: before(reader) };
}

function signed(reader: Reader): Node {
  const token = current(reader);
  if (token.kind !== 'sign' || !['+', '-', '~'].includes(token.sign)) return power(reader);
  reader.at++;
  const operand = deeper(reader, signed);
  return { kind: 'signed', operator: token.sign, operand, start: token.start, end: operand.end };
}

function power(reader: Reader): Node {
  const first = primary(reader);
  const { start, end } = current(reader);
  if (!take(reader, '**')) return first;
  const operand = deeper(reader, signed);
  return {
    kind: 'calculation',
    first,
    rest: [{ operator: '**', operand, start, end }],
    start: first.start,
    end: operand.end,
  };
}

function primary(reader: Reader): Node {
  let node = atom(reader);
  for (let count = 0; ; count++) {
    const { start } = node;
    const token = current(reader);
    if (count > deepestNesting) return stop(reader, refusal('too deep', token));
    if (take(reader, '(')) {
      const parts = items(reader, ')');
      node = { kind: 'call', target: node, parts, start, end: before(reader) };
    } else if (take(reader, '[')) {
      const part = isSign(reader, ':') ? goBeyond(reader) : list(reader, true);
      closeSubscript(reader);
      node = { kind: 'subscript', target: node, parts: [part], start, end: before(reader) };
    } else if (take(reader, '.')) {
      const attribute = current(reader);
      if (attribute.kind !== 'name' || keywords.has(attribute.name)) return misplaced(reader);
      reader.at++;
      node = { kind: 'attribute', target: node, start, end: attribute.end };
    } else return node;
  }
}

function closeSubscript(reader: Reader): void {
  if (take(reader, ']')) return;
  if (isSign(reader, ':')) goBeyond(reader);
  else misplaced(reader);
}

function atom(reader: Reader): Node {
  const token = current(reader);
  const { start, end } = token;
  switch (token.kind) {
    case 'number':
      reader.at++;
      return { kind: 'number', value: token.value, start, end };
    case 'imaginary':
      reader.at++;
      return { kind: 'imaginary', start, end };
    case 'text':
      return text(reader);
    case 'name':
      return word(reader, token.name);
    case 'sign':
      return bracketed(reader, token.sign);
    default:
      return misplaced(reader);
  }
}

function word(reader: Reader, name: string): Node {
  const { start, end } = current(reader);
  const constant = name === 'True' || name === 'False';
  if (keywords.has(name) && !constant && name !== 'None') return misplaced(reader);
  reader.at++;
  if (constant)
    return { kind: 'number', value: { type: 'boolean', value: name === 'True' ? 1n : 0n }, start, end };
  return name === 'None' ? { kind: 'None', start, end } : { kind: 'name', name, start, end };
}

/** Quoted texts side by side are one text. */
function text(reader: Reader): Node {
  const first = current(reader);
  let empty = true;
  let beyond = false;
  for (let token = first; token.kind === 'text'; token = current(reader)) {
    if (first.kind === 'text' && token.bytes !== first.bytes) return misplaced(reader);
    empty &&= token.empty;
    beyond ||= token.beyond;
    reader.at++;
  }
  if (beyond) return { kind: 'beyond', start: first.start, end: before(reader) };
  return {
    kind: 'text',
    bytes: first.kind === 'text' && first.bytes,
    empty,
    start: first.start,
    end: before(reader),
  };
}

function bracketed(reader: Reader, sign: string): Node {
  const { start } = current(reader);
  if (take(reader, '...')) return { kind: 'ellipsis', start, end: before(reader) };
  if (take(reader, '[')) {
    const found = items(reader, ']');
    return { kind: 'list', items: found, start, end: before(reader) };
  }
  if (sign === '{') return braces(reader, start);
  if (!take(reader, '(')) return misplaced(reader);
  if (take(reader, ')')) return { kind: 'tuple', items: [], start, end: before(reader) };
  const starred = isSign(reader, '*');
  const node = list(reader, true);
  if (starred && node.kind !== 'tuple') misplaced(reader);
  if (!take(reader, ')')) misplaced(reader);
  return { ...node, start, end: before(reader) };
}

function braces(reader: Reader, start: number): Node {
  reader.at++;
  if (take(reader, '}')) return { kind: 'dict', entries: [], start, end: before(reader) };
  const first = item(reader, true);
  if (!isSign(reader, ':')) {
    const found = items(reader, '}', first);
    return { kind: 'set', items: found, start, end: before(reader) };
  }
  const entries: Entry[] = [];
  for (let key = first; ; key = item(reader, true)) {
    if (!take(reader, ':')) misplaced(reader);
    entries.push({ key, value: item(reader, true) });
    if (!take(reader, ',') || isSign(reader, '}')) break;
  }
  if (!take(reader, '}')) misplaced(reader);
  return { kind: 'dict', entries, start, end: before(reader) };
}

/** Expressions up to a closing bracket, which is read too; a comma may stand behind the last one. */
function items(reader: Reader, close: string, first?: Node): readonly Node[] {
  const found = first === undefined ? [] : [first];
  if (first !== undefined && !take(reader, ',') && !isSign(reader, close)) misplaced(reader);
  while (startsExpression(reader) && !isSign(reader, close)) {
    found.push(item(reader, true));
    if (isSign(reader, '=')) goBeyond(reader);
    if (!take(reader, ',')) break;
  }
  if (!take(reader, close)) misplaced(reader);
  return found;
}

function startsExpression(reader: Reader): boolean {
  const token = current(reader);
  if (token.kind === 'sign') return ![')', ']', '}', ',', ':', ';', '='].includes(token.sign);
  return token.kind !== 'end' && token.kind !== 'line end';
}
