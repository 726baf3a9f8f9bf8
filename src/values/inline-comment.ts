import { isSpace } from '../text/python-space';
import type { Span } from '../text/span';

/**
 * What looks like a comment behind a value, up to the end of its line: a `#` at the start of a line or behind white space. To
 * fail2ban it is part of the value; only ` ;` starts a comment there. Gives the first; undefined where there is none.
 */
export function findInlineComment(value: string): Span | undefined {
  for (let at = value.indexOf('#'); at >= 0; at = value.indexOf('#', at + 1)) {
    if (at > 0 && !isSpace(value.charCodeAt(at - 1))) continue;
    const lineEnd = value.indexOf('\n', at);
    return { start: at, end: lineEnd < 0 ? value.length : lineEnd };
  }
  return undefined;
}
