import { joinPath } from '../files/posix-path';
import type { Setting } from '../resolve/setting';
import type { Setup } from '../resolve/setup';
import type { SourceFile } from '../resolve/source';
import { lastOptionAt, sectionAt } from '../syntax/option-at';
import type { Option, Section } from '../syntax/tree';
import { lineEndLength, nextLineEnd } from '../text/line-index';
import { piecesBetween } from '../text/pieces';
import type { Text } from '../text/text';
import type { DeclaredChange, Fix } from './fix';
import { atSpan, locate, type Place } from './place';

/** Other characters at a place; the value of the option they stand in may change with them, and what is made from it. */
export function replaceText({ sources }: Setup, title: string, at: Place, text: string): Fix {
  const { file, span } = locate(at, sources);
  const tree = sources(file.path)?.tree;
  const section = tree && sectionAt(tree, span.start);
  const option = tree && lastOptionAt(tree, span.start);
  const isInside = section !== undefined && option !== undefined && holds(option, span.start);
  const changes = isInside ? [{ section: section.name, option: option.key }] : [];
  return { title, edits: [{ kind: 'replace', at, text }], changes };
}

function holds({ keySpan, delimiter, valueLines }: Option, offset: number): boolean {
  const end = Math.max(delimiter.end, valueLines.at(-1)?.end ?? 0);
  return keySpan.start <= offset && offset <= end;
}

/** Another value, without `%`, in place of the one a setting gives. */
export function replaceValue(title: string, setting: Setting, value: string): Fix {
  return {
    title,
    edits: [{ kind: 'value', setting, value: value.replaceAll('%', '%%') }],
    changes: [changeOf(setting, value)],
  };
}

/** Another name for an option, its value as it is. */
export function renameOption(file: SourceFile, section: Section, option: Option, name: string): Fix {
  return {
    title: `write ${name} for ${option.key}`,
    edits: [{ kind: 'replace', at: atSpan(file, option.keySpan), text: name }],
    changes: [option.key, name].map(each => ({ section: section.name, option: each })),
  };
}

/** Takes an option out. */
export function removeOption(title: string, setting: Setting): Fix {
  return { title, edits: [{ kind: 'remove', setting }], changes: [changeOf(setting)] };
}

/** The change of the value a setting gives. */
export function changeOf({ section, key }: Setting, to?: string): DeclaredChange {
  return { section, option: key, ...(to !== undefined && { to }) };
}

/** Several fixes as one, which is done as a whole or not at all. */
export function together(
  title: string,
  fixes: readonly Pick<Fix, 'edits' | 'changes'>[],
  decision?: string,
): Fix {
  return {
    title,
    edits: fixes.flatMap(each => each.edits),
    changes: fixes.flatMap(each => each.changes),
    ...(decision !== undefined && { decision }),
  };
}

/**
 * Other characters in place of some of a text, or between two of them. Undefined where those don't stand in one file as they are, as
 * what was put together from several places can't be written in one.
 */
export function replaceWritten(
  setup: Setup,
  title: string,
  text: Text,
  by: string,
  start = 0,
  end = text.value.length,
): Fix | undefined {
  const isBetween = start === end;
  const pieces = isBetween ? piecesBetween(text, start - 1, start) : piecesBetween(text, start, end);
  const [piece] = pieces;
  const file = piece && setup.sources(piece.file);
  if (piece === undefined || file === undefined || pieces.length > 1) return undefined;
  const length = isBetween ? 1 : end - start;
  if (piece.length !== length || piece.end - piece.start !== length) return undefined;
  const span = isBetween ? { start: piece.end, end: piece.end } : { start: piece.start, end: piece.end };
  return replaceText(setup, title, atSpan(file, span), by);
}

/** One line more in front of the value of an option, written as in the file, in the layout of the value. */
export function addFirstLine(title: string, setting: Setting, line: string): Fix {
  const { file, option, text } = setting;
  const changes = [changeOf(setting)];
  const [first, ...rest] = option.valueLines;
  if (first === undefined || text.value === '')
    return { title, edits: [{ kind: 'value', setting, value: line }], changes };
  const second = rest.find(each => each.start < each.end);
  if (first.start === first.end && second !== undefined) {
    const indent = indentBefore(file.text, second.start);
    return {
      title,
      edits: [insertion(file, second.start, line + lineEndAfter(file.text, first.end) + indent)],
      changes,
    };
  }
  const indent = second
    ? indentBefore(file.text, second.start)
    : ' '.repeat(columnOf(file.text, first.start));
  return {
    title,
    edits: [insertion(file, first.start, line + lineEndAfter(file.text, first.end) + indent)],
    changes,
  };
}

function insertion(file: SourceFile, at: number, text: string): Fix['edits'][number] {
  return { kind: 'replace', at: atSpan(file, { start: at, end: at }), text };
}

function columnOf(text: string, offset: number): number {
  return offset - text.slice(0, offset).search(/[^\r\n]*$/);
}

function indentBefore(text: string, offset: number): string {
  return text.slice(offset - columnOf(text, offset), offset);
}

function lineEndAfter(text: string, offset: number): string {
  const at = nextLineEnd(text, offset);
  return text.slice(at, at + lineEndLength(text, at)) || '\n';
}

/** A section with all that stands in it to another file, which must not have it. */
export function moveSection(
  { snapshot, sources }: Setup,
  file: SourceFile,
  section: Section,
  target: string,
): Pick<Fix, 'edits' | 'changes'> | undefined {
  const known = sources(joinPath(snapshot.root, target));
  if (known !== undefined && known.entry.kind !== 'text') return undefined;
  if (known?.tree.sections.some(({ name }) => name === section.name)) return undefined;
  const last = section.options.at(-1);
  const span = {
    start: section.header.start,
    end: Math.max(section.header.end, last?.valueLines.at(-1)?.end ?? 0),
  };
  const text = known?.text ?? '';
  const lineEnd = lineEndAfter(text || file.text, 0);
  const block = file.text
    .slice(span.start, span.end)
    .split(/\r\n|\r|\n/)
    .join(lineEnd);
  const before = text === '' ? '' : `${text}${/[\r\n]$/.test(text) ? '' : lineEnd}${lineEnd}`;
  return {
    edits: [
      { kind: 'remove-lines', at: atSpan(file, span) },
      { kind: 'write', name: target, text: before + block + lineEnd },
    ],
    changes: [{ section: section.name }],
  };
}

/** What may change where the settings of a file come to be read or cease to be; sections that are new as a whole. */
export function changesOfFile(
  family: string | undefined,
  { tree }: SourceFile,
  known: (section: string) => boolean,
): readonly DeclaredChange[] {
  const ofFamily = family === undefined ? {} : { family };
  return tree.sections.flatMap(({ name: section, options }) =>
    section === 'DEFAULT' || known(section)
      ? options.map(({ key: option }) => ({ ...ofFamily, section, option }))
      : [{ ...ofFamily, section }],
  );
}
