import type { Setup } from '../resolve/setup';
import { nextLineEnd } from '../text/line-index';
import { piecesBetween } from '../text/pieces';
import type { Text } from '../text/text';
import type { Fix } from './fix';
import { replaceText } from './make-fix';
import { atSpan } from './place';

/** Takes a word out of a list, with what parts it from the next. Undefined where it doesn't stand in one file as it is. */
export function removeWord(setup: Setup, title: string, word: Text): Fix | undefined {
  const [piece, ...more] = piecesBetween(word, 0, word.value.length);
  const file = piece && setup.sources(piece.file);
  if (piece === undefined || file === undefined || more.length > 0) return undefined;
  if (file.text.slice(piece.start, piece.end) !== word.value) return undefined;
  return replaceText(setup, title, atSpan(file, withSeparator(file.text, piece.start, piece.end)), '');
}

function withSeparator(text: string, start: number, end: number): { start: number; end: number } {
  const head = /[^\r\n]*$/.exec(text.slice(0, start))![0];
  const tail = text.slice(end, nextLineEnd(text, end));
  const after = /^[ \t]*,?[ \t]*/.exec(tail)![0].length;
  if (after < tail.length) return { start, end: end + after };
  // a line that would be empty ends the value for some readers
  const before = head.trim() === '' ? /\r?\n?[ \t]*$/.exec(text.slice(0, start))! : /[ \t,]*$/.exec(head)!;
  return { start: start - before[0].length, end: end + after };
}
