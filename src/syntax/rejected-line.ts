import type { Span } from '../text/span';
import type { SyntaxTree } from './tree';

/** What a line that fails the parser was probably meant to be. */
export type RejectedLine = 'conflict-marker' | 'unclosed-header' | 'unknown';

/** What version control leaves where two changes collide; `=======` alone is an option without a name to the parser. */
const conflictMarker = /^(?:<{7}|\|{7}|={7}|>{7})(?: |$)/;

/** Guesses the meaning of the line at `span`, which the parser rejected. */
export function explainRejectedLine(tree: SyntaxTree, span: Span): RejectedLine {
  const text = tree.text.slice(span.start, span.end);
  if (conflictMarker.test(text)) return 'conflict-marker';
  return text.startsWith('[') ? 'unclosed-header' : 'unknown';
}
