import type { Setup } from '../resolve/setup';
import { optionAt } from '../syntax/option-at';
import { trimEnd } from '../text/python-space';
import type { Fix } from './fix';
import { lineAbove } from './line-fixes';
import { replaceText } from './make-fix';
import { atSpan, locate, type Place } from './place';

/** Moves the `# …` that begins at a place, behind a value, to a line of its own above. Undefined where none stands there. */
export function moveCommentUp(setup: Setup, at: Place): Fix | undefined {
  const { file, span } = locate(at, setup.sources);
  const source = setup.sources(file.path);
  const option = source && optionAt(source.tree, span.start);
  const line = option?.valueLines.find(({ start, end }) => start <= span.start && span.start < end);
  if (source === undefined || line === undefined || file.text[span.start] !== '#') return undefined;
  // nothing is left of the value: the blank in front of it goes too
  const isAll = line.start === span.start && line === option?.valueLines[0];
  const start = isAll ? option.delimiter.end : trimEnd(file.text, line.start, span.start);
  const removal = replaceText(
    setup,
    'move the comment to a line of its own',
    atSpan(source, { start, end: line.end }),
    '',
  );
  const comment = file.text.slice(span.start, line.end);
  return { ...removal, edits: [...removal.edits, lineAbove(source, start, comment)] };
}
