import { nextLineEnd } from '../../text/line-index';
import { type Closings, createClosings } from './closing';
import { jinjaSteps, keywordOf, printsText } from './jinja-steps';
import { type Tag, unclosed } from './tag';

interface Marks {
  readonly expression: readonly [string, string];
  readonly statement: readonly [string, string];
  readonly comment: readonly [string, string];
  /** What a line begins with that is a statement as a whole. */
  readonly line: string | undefined;
}

/** The tags of a Jinja template. A first line `#jinja2: variable_start_string: '[%', …`, as Ansible takes it, can rename the delimiters. */
export function jinjaTags(text: string): readonly Tag[] {
  const marks = marksOf(text);
  const closings = createClosings(text, '\'"');
  const opener = openerOf(marks);
  const tags: Tag[] = [];
  opener.lastIndex = headerOf(text).length;
  for (let match = opener.exec(text); match !== null; match = opener.exec(text)) {
    const [all, mark] = match;
    const tag =
      mark === undefined
        ? readLine(text, match.index, all.length)
        : readTag(text, match.index, mark, marks, closings);
    tags.push(tag);
    opener.lastIndex = tag.end;
    if (tag.kind !== 'statement' || keywordOf(tag.code) !== 'raw') continue;
    const last = endOfRaw(text, tag.end, marks.statement);
    if (last !== undefined) tags.push(last);
    opener.lastIndex = last?.end ?? text.length;
  }
  return tags;
}

function openerOf({ expression, statement, comment, line }: Marks): RegExp {
  const starts = [expression[0], statement[0], comment[0]]
    .sort((a, b) => b.length - a.length)
    .map(literally)
    .join('|');
  return line === undefined
    ? new RegExp(`(${starts})`, 'g')
    : new RegExp(`(${starts})|^[ \\t]*${literally(line)}(?=[ \\t]*\\w)`, 'gm');
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

interface CodeTag extends Tag {
  readonly code: string;
}

function readTag(text: string, start: number, mark: string, marks: Marks, closings: Closings): CodeTag {
  const kind =
    mark === marks.expression[0] ? 'expression' : mark === marks.statement[0] ? 'statement' : 'comment';
  const closing = marks[kind][1];
  const from = start + mark.length;
  const close = kind === 'comment' ? closings.plain(closing, from) : closings.code(closing, from);
  if (close === undefined) return { ...unclosed(text, start), code: '' };
  const inside = text.slice(from, close);
  const code = inside.replace(/^[-+]/, '').replace(/[-+]$/, '').trim();
  return {
    kind: kind === 'statement' && printsText(code) ? 'expression' : kind,
    start,
    end: close + closing.length,
    left: inside.startsWith('-') ? 'all' : 'none',
    right: inside.length > 1 && inside.endsWith('-') ? 'all' : 'none',
    steps: kind === 'statement' ? jinjaSteps(code) : [],
    code,
  };
}

/** A line that is a statement. */
function readLine(text: string, start: number, length: number): CodeTag {
  const end = nextLineEnd(text, start);
  const code = text
    .slice(start + length, end)
    .replace(/:\s*$/, '')
    .trim();
  return { kind: 'statement', start, end, left: 'none', right: 'none', steps: jinjaSteps(code), code };
}

function endOfRaw(text: string, from: number, [start, end]: Marks['statement']): Tag | undefined {
  const closing = new RegExp(`${literally(start)}([-+]?)\\s*endraw\\s*([-+]?)${literally(end)}`, 'g');
  closing.lastIndex = from;
  const match = closing.exec(text);
  if (match === null) return undefined;
  return {
    kind: 'statement',
    start: match.index,
    end: closing.lastIndex,
    left: match[1] === '-' ? 'all' : 'none',
    right: match[2] === '-' ? 'all' : 'none',
    steps: [],
  };
}

/** Whether Ansible is told to take away the white space before statements. */
export function stripsIndent(text: string): boolean {
  return /\blstrip_blocks\s*:\s*['"]?true/i.test(headerOf(text));
}

function headerOf(text: string): string {
  return /^#jinja2:.*/.exec(text)?.[0] ?? '';
}

function marksOf(text: string): Marks {
  const header = headerOf(text);
  const named = (name: string) =>
    new RegExp(`\\b${name}\\s*:\\s*(['"])([^'"\\s]{1,20})\\1`).exec(header)?.[2];
  return {
    expression: [named('variable_start_string') ?? '{{', named('variable_end_string') ?? '}}'],
    statement: [named('block_start_string') ?? '{%', named('block_end_string') ?? '%}'],
    comment: [named('comment_start_string') ?? '{#', named('comment_end_string') ?? '#}'],
    line: named('line_statement_prefix'),
  };
}
