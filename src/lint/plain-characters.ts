import { decodeLegacy } from '../files/legacy-text';
import { findOptions } from '../knowledge/options';
import type { ValueFormat } from '../knowledge/value-formats';
import type { SourceFile } from '../resolve/source';
import { lastOptionAt, sectionAt } from '../syntax/option-at';
import { parse } from '../syntax/parse';
import type { Option, Section } from '../syntax/tree';
import type { Span } from '../text/span';
import type { Edit, Fix } from './fix';
import { atSpan } from './place';

const plain: ReadonlyMap<string, string> = new Map([
  ['\u00a0', ' '],
  ['\u2013', '-'],
  ['\u2018', "'"],
  ['\u2019', "'"],
  ['\u201c', '"'],
  ['\u201d', '"'],
]);

/** Each odd character as the one it looks like; those that can't be seen go. */
function plainText(text: string): string {
  return text.replace(
    /[\u00a0\u200b-\u200f\ufeff\u2013\u2018\u2019\u201c\u201d]/g,
    odd => plain.get(odd) ?? '',
  );
}

/** In names of files and in texts an odd character may be meant. */
const free: ReadonlySet<ValueFormat> = new Set(['text', 'path', 'log-paths', 'file-names', 'log-target']);

/** Writes plain characters for those around an odd one: in the name of a section, of an option, or in one line of a value. */
export function plainCharactersFix(file: SourceFile, odd: Span): Fix | undefined {
  const section = sectionAt(file.tree, odd.start);
  if (section === undefined) return undefined;
  if (holds(section.nameSpan, odd)) {
    const edit = inPlain(file, section.nameSpan);
    return { title, edits: [edit], changes: [section.name, edit.text].map(each => ({ section: each })) };
  }
  const option = lastOptionAt(file.tree, odd.start);
  return option && inOption(file, section, option, odd);
}

const title = 'write the plain character';

function inOption(file: SourceFile, section: Section, option: Option, odd: Span): Fix | undefined {
  if (holds(option.keySpan, odd)) {
    const edit = inPlain(file, option.keySpan);
    const names = [option.key, edit.text.toLowerCase()];
    return { title, edits: [edit], changes: names.map(each => ({ section: section.name, option: each })) };
  }
  const line = option.valueLines.find(each => holds(each, odd));
  if (line === undefined) return undefined;
  const known = findOptions(option.key);
  const isFree = known.length === 0 || known.some(({ format }) => free.has(format));
  return {
    title,
    edits: [inPlain(file, line)],
    changes: [{ section: section.name, option: option.key }],
    ...(isFree && { decision: 'whether the character is meant as it is' }),
  };
}

function holds(span: Span, { start, end }: Span): boolean {
  return span.start <= start && end <= span.end;
}

function inPlain(file: SourceFile, span: Span): Extract<Edit, { kind: 'replace' }> {
  const text = plainText(file.text.slice(span.start, span.end));
  return { kind: 'replace', at: atSpan(file, span), text };
}

/** Saves a file that is not UTF-8 as that. Where more than comments has to be guessed the admin looks at it. */
export function reencodeFix({ name, entry }: SourceFile): Fix | undefined {
  if (entry.kind !== 'undecodable' || entry.bytes === undefined) return undefined;
  const text = decodeLegacy(entry.bytes);
  if (text === undefined) return undefined;
  const tree = parse(text);
  const isGuessed = tree.sections.some(section =>
    [section.name, ...section.options.flatMap(({ key, value }) => [key, value])].some(each =>
      /[^\0-\x7f]/.test(each),
    ),
  );
  return {
    title: 'save the file as UTF-8',
    edits: [{ kind: 'write', name, text }],
    changes: [...new Set(tree.sections.map(section => section.name.split('?', 1)[0]!))].map(section => ({
      section,
    })),
    ...(isGuessed && { decision: 'whether every character is right' }),
  };
}
