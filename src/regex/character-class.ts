import { parseClassEscape } from './escape';
import { refuse } from './failure';
import { accept, position, take } from './scanner';
import type { ParserState } from './state';
import type { Category, CharacterClass, ClassItem, Literal } from './tree';

const HYPHEN = 0x2d;

/** The next token of the class that began at `classStart`, gone past. */
function takeToken(state: ParserState, classStart: number): string {
  return take(state.scanner) ?? refuse('unterminated-class', classStart, classStart + 1);
}

function parseItem(state: ParserState, token: string, start: number): Literal | Category {
  if (token.startsWith('\\')) return parseClassEscape(state, token, start);
  return { kind: 'literal', start, end: start + token.length, codePoint: token.codePointAt(0)! };
}

/** Reads a class whose `[` at `start` was taken. A `]` that comes first is a character of the class. */
export function parseClass(state: ParserState, start: number): CharacterClass {
  const { scanner } = state;
  const negated = accept(scanner, '^');
  const items: ClassItem[] = [];
  for (;;) {
    const itemStart = position(scanner);
    const token = takeToken(state, start);
    if (token === ']' && items.length > 0) break;
    const item = parseItem(state, token, itemStart);
    const hyphen = position(scanner);
    if (!accept(scanner, '-')) {
      items.push(item);
      continue;
    }
    const lastStart = position(scanner);
    const lastToken = takeToken(state, start);
    if (lastToken === ']') {
      items.push(item, { kind: 'literal', start: hyphen, end: hyphen + 1, codePoint: HYPHEN });
      break;
    }
    const last = parseItem(state, lastToken, lastStart);
    const end = position(scanner);
    if (item.kind !== 'literal' || last.kind !== 'literal' || last.codePoint < item.codePoint) {
      // Python counts back from here by the first two characters of each escape only.
      refuse('bad-range', end - token.length - 1 - lastToken.length, end, scanner.text.slice(itemStart, end));
    }
    items.push({ kind: 'range', start: itemStart, end, first: item.codePoint, last: last.codePoint });
  }
  return { kind: 'class', start, end: position(scanner), negated, items };
}
