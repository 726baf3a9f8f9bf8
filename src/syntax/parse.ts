import { isSpace, skipSpace, stripEnd, trimEnd } from '../text/python-space';
import type { Span } from '../text/span';
import { type Finder, finderOf } from './finder';
import type { Line, LineKind, Option, Section, SyntaxProblem, SyntaxTree } from './tree';

const byteOrderMark = 0xfeff;

/**
 * Parses a file of fail2ban's configuration. Never fails: what fail2ban rejects is listed in `problems`, and reading goes
 * on behind it. The steps per line are those of Python 3.11's `configparser` with the settings in fail2ban's
 * client/configparserinc.py: `=` and `:` as delimiters, `#` and `;` for comment lines, ` ;` behind a value.
 */
export function parse(text: string): SyntaxTree {
  const { sections, problems } = read(text);
  return new ParsedTree(text, sections, problems);
}

/** A class, as an object with a getter of its own takes long to make. */
class ParsedTree implements SyntaxTree {
  private known: readonly Line[] | undefined;

  constructor(
    readonly text: string,
    readonly sections: SyntaxTree['sections'],
    readonly problems: SyntaxTree['problems'],
  ) {}

  /** Only printing asks for them. */
  get lines(): readonly Line[] {
    this.known ??= readLines(this.text);
    return this.known;
  }
}

function readLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  read(text, line => lines.push({ ...line }));
  return lines;
}

/** Hands on one and the same object for every line. */
function read(text: string, keep?: (line: Line) => void): Reader {
  const reader = createReader(text);
  const { line } = reader;
  const lineFeed = finderOf(text, '\n');
  const carriageReturn = finderOf(text, '\r');
  let start = 0;
  if (text.charCodeAt(0) === byteOrderMark) {
    reader.problems.push({ kind: 'byte-order-mark', span: { start: 0, end: 1 } });
    start = 1;
  }
  while (line.end < text.length) {
    const feed = lineFeed(start);
    const carriage = carriageReturn(start);
    const lineEnd = Math.min(feed, carriage);
    const isPair = carriage < text.length && feed === carriage + 1;
    line.start = line.end;
    line.end = Math.min(text.length, lineEnd + (isPair ? 2 : 1));
    findContent(reader, start, lineEnd);
    line.kind = readLine(reader, line.contentStart - start);
    keep?.(line);
    start = line.end;
  }
  closeOption(reader);
  return reader;
}

interface OpenSection extends Section {
  readonly options: Option[];
}

interface Reader {
  readonly text: string;
  /** The line at hand. */
  readonly line: OpenLine;
  readonly sections: OpenSection[];
  readonly problems: SyntaxProblem[];
  readonly seenSections: Map<string, Span>;
  readonly seenOptions: Map<string, Map<string, Span>>;
  readonly semicolon: Finder;
  readonly equals: Finder;
  readonly colon: Finder;
  /** The option that further lines may continue. */
  option: (Omit<Option, 'value' | 'valueLines'> & { readonly valueLines: Span[] }) | undefined;
  indentLevel: number;
}

type OpenLine = { -readonly [Key in keyof Line]: Line[Key] };

function createReader(text: string): Reader {
  return {
    text,
    line: { kind: 'blank', start: 0, end: 0, contentStart: 0, contentEnd: 0, commentStart: -1 },
    sections: [],
    problems: [],
    seenSections: new Map(),
    seenOptions: new Map(),
    semicolon: finderOf(text, ';'),
    equals: finderOf(text, '='),
    colon: finderOf(text, ':'),
    option: undefined,
    indentLevel: 0,
  };
}

/** A `;` at the start or behind white space cuts the line; a line that starts with `#` or `;` is all comment. */
function findContent({ text, line, semicolon }: Reader, start: number, end: number): void {
  // most lines are comments that begin at once
  const first = text.charCodeAt(start) === 0x23 ? start : skipSpace(text, start, end);
  line.contentStart = first;
  line.contentEnd = first;
  line.commentStart = -1;
  if (first === end) return;
  const opener = text.charCodeAt(first);
  if (opener === 0x23 || opener === 0x3b) {
    line.commentStart = first;
    return;
  }
  for (let at = semicolon(first); at < end; at = semicolon(at + 1)) {
    if (!isSpace(text.charCodeAt(at - 1))) continue;
    line.commentStart = at;
    break;
  }
  line.contentEnd = trimEnd(text, first, line.commentStart < 0 ? end : line.commentStart);
}

function readLine(reader: Reader, indent: number): LineKind {
  const { text, option, line } = reader;
  const { contentStart: start, contentEnd: end } = line;
  if (start === end) {
    if (line.commentStart >= 0) return 'comment';
    if (option?.key) option.valueLines.push({ start, end });
    return 'blank';
  }
  if (option?.key && indent > reader.indentLevel) {
    option.valueLines.push({ start, end });
    return 'continuation';
  }
  reader.indentLevel = indent;
  if (text.charCodeAt(start) === 0x5b) {
    // Python up to 3.9 took the first bracket; there must be a name before it
    const close = text.slice(start, end).lastIndexOf(']');
    if (close > 1) return openSection(reader, start, start + close);
  }
  const section = reader.sections.at(-1);
  if (section === undefined) {
    if (reader.problems.length === 0) reader.problems.push({ kind: 'missing-header', span: { start, end } });
    return 'rejected';
  }
  const delimiter = Math.min(reader.equals(start), reader.colon(start));
  if (delimiter >= end) {
    reader.problems.push({ kind: 'no-delimiter', span: { start, end } });
    return 'rejected';
  }
  return openOption(reader, section, { start, end }, delimiter);
}

function openSection(reader: Reader, start: number, nameEnd: number): LineKind {
  closeOption(reader);
  const header = { start, end: nameEnd + 1 };
  const nameSpan = { start: start + 1, end: nameEnd };
  const name = reader.text.slice(nameSpan.start, nameSpan.end);
  const first = reader.seenSections.get(name);
  if (first === undefined) reader.seenSections.set(name, header);
  else if (name !== 'DEFAULT') {
    reader.problems.push({ kind: 'duplicate-section', span: header, section: name, name, first });
    // that its options stand twice as well follows from this and is not said again
    reader.seenOptions.delete(name);
  }
  reader.sections.push({ name, header, nameSpan, options: [] });
  return 'section';
}

function openOption(reader: Reader, section: OpenSection, content: Span, delimiter: number): LineKind {
  closeOption(reader);
  const { text, problems, seenOptions } = reader;
  const keySpan = { start: content.start, end: trimEnd(text, content.start, delimiter) };
  const key = text.slice(keySpan.start, keySpan.end).toLowerCase();
  if (key === '') problems.push({ kind: 'empty-key', span: content });
  const seen = seenOptions.get(section.name) ?? new Map<string, Span>();
  seenOptions.set(section.name, seen);
  const first = seen.get(key);
  if (first === undefined) seen.set(key, keySpan);
  else problems.push({ kind: 'duplicate-option', span: keySpan, section: section.name, name: key, first });
  const firstLine = { start: skipSpace(text, delimiter + 1, content.end), end: content.end };
  reader.option = {
    key,
    keySpan,
    delimiter: { start: delimiter, end: delimiter + 1 },
    valueLines: [firstLine],
  };
  return 'option';
}

/** Empty lines at the end are no part of a value; those inside are. */
function closeOption(reader: Reader): void {
  const { text, option } = reader;
  if (option === undefined) return;
  const lines = option.valueLines;
  while (lines.length > 1 && lines.at(-1)!.start === lines.at(-1)!.end) lines.pop();
  const value =
    lines.length === 1
      ? text.slice(lines[0]!.start, lines[0]!.end)
      : stripEnd(lines.map(line => text.slice(line.start, line.end)).join('\n'));
  const { key, keySpan, delimiter } = option;
  reader.sections.at(-1)!.options.push({ key, keySpan, delimiter, valueLines: lines, value });
  reader.option = undefined;
}
