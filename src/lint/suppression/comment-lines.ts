import type { SourceFile, TextFile } from '../../resolve/source';
import { lineIndex } from '../../text/line-index';
import { readComment, type SuppressionComment } from './comment';

/** A comment of f2blint with its lines, from 1. */
export interface PlacedComment extends SuppressionComment {
  readonly file: TextFile;
  readonly line: number;
  /** The line below that says something, and the last line of a value that begins there; undefined where nothing follows. */
  readonly next: { readonly first: number; readonly last: number } | undefined;
}

/** What a line is: `more` goes on with the value above it. */
type LineRole = 'comment' | 'blank' | 'start' | 'more';

interface RoleOfLine {
  readonly role: LineRole;
  readonly start: number;
  readonly end: number;
}

/** Whether it is worth looking for comments of f2blint in a file. */
export function mayHaveComments({ text }: TextFile): boolean {
  return text.includes('f2blint');
}

/** The comments of f2blint in a file; `source` is the file as fail2ban reads it, where it does. */
export function findComments(file: TextFile, source: SourceFile | undefined): readonly PlacedComment[] {
  const lines = source === undefined ? plainLines(file.text) : treeLines(source);
  const next = nextLines(lines);
  return lines.flatMap(({ role, start, end }, index) => {
    const comment = role === 'comment' ? readComment(file.text, start, end) : undefined;
    return comment === undefined ? [] : [{ ...comment, file, line: index + 1, next: next[index] }];
  });
}

function treeLines({ tree }: SourceFile): readonly RoleOfLine[] {
  return tree.lines.map(({ kind, start, end, commentStart }) => {
    if (kind === 'comment') return { role: 'comment', start: commentStart, end };
    return { role: kind === 'blank' ? 'blank' : kind === 'continuation' ? 'more' : 'start', start, end };
  });
}

/** As sshd reads lines. */
function plainLines(text: string): readonly RoleOfLine[] {
  const index = lineIndex(text);
  return Array.from({ length: index.count }, (_, number) => {
    const { start, end } = index.line(number + 1)!;
    const [indent] = /^\s*/.exec(text.slice(start, end))!;
    const from = start + indent.length;
    return { role: from === end ? 'blank' : text[from] === '#' ? 'comment' : 'start', start: from, end };
  });
}

/** For each line the next below it that says something, with the lines that go on with its value. */
function nextLines(lines: readonly RoleOfLine[]): readonly PlacedComment['next'][] {
  const found: PlacedComment['next'][] = new Array(lines.length);
  let below: PlacedComment['next'];
  let lastMore = 0;
  for (let index = lines.length - 1; index >= 0; index--) {
    found[index] = below;
    const { role } = lines[index]!;
    if (role === 'comment' || role === 'blank') continue;
    const number = index + 1;
    if (role === 'more') {
      if (lastMore === 0) lastMore = number;
      below = { first: number, last: number };
      continue;
    }
    below = { first: number, last: Math.max(lastMore, number) };
    lastMore = 0;
  }
  return found;
}
