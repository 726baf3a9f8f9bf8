import type { Span } from '../text/span';
import type { Option, SyntaxTree } from './tree';

/** What a line that fails the parser was probably meant to be. */
export type RejectedLine =
  | { readonly kind: 'conflict-marker' | 'unclosed-header' | 'unknown' }
  /** The next line of a value that goes on over several lines, without its indentation. */
  | { readonly kind: 'continuation'; readonly option: Option };

/** What version control leaves where two changes collide; `=======` alone is an option without a name to the parser. */
const conflictMarker = /^(?:<{7}|\|{7}|={7}|>{7})(?: |$)/;

/** Options whose values usually go on over several lines. */
const longOption = /^(?:action|(?:fail|ignore)regex$|logpath$|ignoreip$|journalmatch$|before$|after$)/;

/** Guesses the meaning of the line at `span`, which the parser rejected. */
export function explainRejectedLine(tree: SyntaxTree, span: Span): RejectedLine {
  const text = tree.text.slice(span.start, span.end);
  if (conflictMarker.test(text)) return { kind: 'conflict-marker' };
  if (text.startsWith('[')) return { kind: 'unclosed-header' };
  const section = tree.sections.findLast(each => each.header.start < span.start);
  const option = section?.options.findLast(each => each.keySpan.start < span.start);
  if (option !== undefined && longOption.test(option.key)) return { kind: 'continuation', option };
  return { kind: 'unknown' };
}
