import { lineEndLength, nextLineEnd } from '../text/line-index';
import { isSpace, skipSpace, stripEnd, trimEnd } from '../text/python-space';
import type { Span } from '../text/span';
import type { Line, Option, Section, SyntaxProblem, SyntaxTree } from './tree';

interface OpenOption {
  readonly key: string;
  readonly keySpan: Span;
  readonly delimiter: Span;
  readonly valueLines: Span[];
}

interface OpenSection {
  readonly name: string;
  readonly header: Span;
  readonly nameSpan: Span;
  readonly options: OpenOption[];
}

const byteOrderMark = 0xfeff;

/**
 * Parses a file of fail2ban's configuration. Never fails: what fail2ban rejects is listed in `problems`, and reading goes
 * on behind it. The steps per line are those of Python 3.11's `configparser` with the settings in fail2ban's
 * client/configparserinc.py: `=` and `:` as delimiters, `#` and `;` for comment lines, ` ;` behind a value.
 */
export function parse(text: string): SyntaxTree {
  const lines: Line[] = [];
  const sections: OpenSection[] = [];
  const problems: SyntaxProblem[] = [];
  const seenSections = new Map<string, Span>();
  const seenOptions = new Map<string, Map<string, Span>>();
  let section: OpenSection | undefined;
  let option: OpenOption | undefined;
  let indentLevel = 0;

  let start = 0;
  if (text.charCodeAt(0) === byteOrderMark) {
    problems.push({ kind: 'byte-order-mark', span: { start: 0, end: 1 } });
    start = 1;
  }

  function openSection(content: Span, nameEnd: number): void {
    const nameSpan = { start: content.start + 1, end: nameEnd };
    const header = { start: content.start, end: nameEnd + 1 };
    const name = text.slice(nameSpan.start, nameSpan.end);
    const first = seenSections.get(name);
    if (first === undefined) seenSections.set(name, header);
    else if (name !== 'DEFAULT') {
      problems.push({ kind: 'duplicate-section', span: header, section: name, name, first });
      // that its options stand twice as well follows from this and is not said again
      seenOptions.delete(name);
    }
    section = { name, header, nameSpan, options: [] };
    sections.push(section);
    option = undefined;
  }

  function openOption(owner: OpenSection, content: Span, delimiter: number): void {
    const keySpan = { start: content.start, end: trimEnd(text, content.start, delimiter) };
    const key = text.slice(keySpan.start, keySpan.end).toLowerCase();
    if (key === '') problems.push({ kind: 'empty-key', span: content });
    const seen = seenOptions.get(owner.name) ?? new Map<string, Span>();
    seenOptions.set(owner.name, seen);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, keySpan);
    else problems.push({ kind: 'duplicate-option', span: keySpan, section: owner.name, name: key, first });
    option = {
      key,
      keySpan,
      delimiter: { start: delimiter, end: delimiter + 1 },
      valueLines: [{ start: skipSpace(text, delimiter + 1, content.end), end: content.end }],
    };
    owner.options.push(option);
  }

  function readLine(lineStart: number, lineEnd: number): Line['kind'] {
    const { content, comment } = contentOf(text, start, lineEnd);
    const end = lineEnd + lineEndLength(text, lineEnd);
    const add = (kind: Line['kind']) => {
      lines.push({ kind, start: lineStart, end, content, ...(comment && { comment }) });
      return kind;
    };
    if (content.start === content.end) {
      if (comment !== undefined) return add('comment');
      if (option?.key) option.valueLines.push(content);
      return add('blank');
    }
    const indent = content.start - start;
    if (option?.key && indent > indentLevel) {
      option.valueLines.push(content);
      return add('continuation');
    }
    indentLevel = indent;
    const nameEnd = headerNameEnd(text, content);
    if (nameEnd !== undefined) {
      openSection(content, nameEnd);
      return add('section');
    }
    if (section === undefined) {
      if (problems.length === 0) problems.push({ kind: 'missing-header', span: content });
      return add('rejected');
    }
    const delimiter = delimiterIn(text, content);
    if (delimiter === undefined) {
      problems.push({ kind: 'no-delimiter', span: content });
      return add('rejected');
    }
    openOption(section, content, delimiter);
    return add('option');
  }

  for (let lineStart = 0; lineStart < text.length; ) {
    const lineEnd = nextLineEnd(text, start);
    readLine(lineStart, lineEnd);
    start = lineEnd + lineEndLength(text, lineEnd);
    lineStart = start;
  }
  return { text, lines, sections: sections.map(done => closeSection(text, done)), problems };
}

function closeSection(text: string, { name, header, nameSpan, options }: OpenSection): Section {
  return { name, header, nameSpan, options: options.map(option => closeOption(text, option)) };
}

/** Empty lines at the end are no part of a value; those inside are. */
function closeOption(text: string, { key, keySpan, delimiter, valueLines }: OpenOption): Option {
  let count = valueLines.length;
  while (count > 1 && valueLines[count - 1]!.start === valueLines[count - 1]!.end) count--;
  const kept = valueLines.slice(0, count);
  const value = kept.map(line => text.slice(line.start, line.end)).join('\n');
  return { key, keySpan, delimiter, valueLines: kept, value: stripEnd(value) };
}

/** A `;` at the start or behind white space cuts the line; a line that starts with `#` or `;` is all comment. */
function contentOf(text: string, start: number, end: number): { content: Span; comment?: Span } {
  const first = skipSpace(text, start, end);
  const opener = text[first];
  if (first < end && (opener === '#' || opener === ';')) {
    return { content: { start: first, end: first }, comment: { start: first, end } };
  }
  const comment = commentStart(text, first, end);
  const content = { start: first, end: trimEnd(text, first, comment ?? end) };
  return comment === undefined ? { content } : { content, comment: { start: comment, end } };
}

function commentStart(text: string, start: number, end: number): number | undefined {
  for (let at = start + 1; at < end; at++) {
    if (text.charCodeAt(at) === 0x3b && isSpace(text.charCodeAt(at - 1))) return at;
  }
  return undefined;
}

/** Offset of the last `]` of a section header, which must leave a name; Python up to 3.9 took the first. */
function headerNameEnd(text: string, content: Span): number | undefined {
  if (text[content.start] !== '[') return undefined;
  const last = text.slice(content.start, content.end).lastIndexOf(']');
  return last > 1 ? content.start + last : undefined;
}

function delimiterIn(text: string, content: Span): number | undefined {
  for (let at = content.start; at < content.end; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x3d || code === 0x3a) return at;
  }
  return undefined;
}
