import { markedComment } from '../knowledge/line-mark';
import { overridden, type Setting } from '../resolve/setting';
import type { SourceFile } from '../resolve/source';
import type { Line, Option, Section } from '../syntax/tree';
import { lineEndLength, nextLineEnd } from '../text/line-index';
import type { Model } from './model';
import { repeatsStock } from './stale-copies';

/** What is left of a copy of jail.conf. */
export interface ReducedCopy {
  readonly text: string;
  /** How many settings that are. */
  readonly settings: number;
}

/**
 * A copy of jail.conf without the settings that count in the same way without it: what the files read before it say as well. Comments
 * stay where they stand right above what stays, and where no line of them is one of jail.conf. Undefined where there is no jail.conf.
 */
export function reducedCopy(model: Model, file: SourceFile): ReducedCopy | undefined {
  if (!model.setup.jailFamily.files.some(({ name }) => name === 'jail.conf')) return undefined;
  const kept = new Set<Section | Option>();
  let settings = 0;
  for (const section of file.tree.sections) {
    const options = section.options.filter(option => isNeeded(model, file, section, option));
    for (const option of options) kept.add(option);
    if (options.length > 0 || !isElsewhere(model, file, section)) kept.add(section);
    settings += options.length;
  }
  return { text: writeKept(model, file, kept), settings };
}

function isNeeded(model: Model, file: SourceFile, section: Section, option: Option): boolean {
  const { key, value } = option;
  if (value.includes('%(known/')) return true;
  if (section.name === 'INCLUDES') return !otherValues(model, file, 'INCLUDES', key).includes(value);
  const inForce = settingsOf(model, section.name)?.get(key);
  if (inForce?.option !== option) return !repeatsStock({ section: section.name, option });
  const before = overridden(inForce).findLast(each => each.file !== file);
  return before?.text.value !== value;
}

function settingsOf(
  { setup: { jailFamily } }: Model,
  section: string,
): ReadonlyMap<string, Setting> | undefined {
  return section === 'DEFAULT' ? jailFamily.defaults : jailFamily.sections.get(section);
}

/** What other files of the jails set an option to. */
function otherValues(model: Model, file: SourceFile, section: string, key: string): readonly string[] {
  return otherSections(model, file, section).flatMap(({ options }) =>
    options.flatMap(option => (option.key === key ? [option.value] : [])),
  );
}

function isElsewhere(model: Model, file: SourceFile, { name }: Section): boolean {
  return name === 'DEFAULT' || otherSections(model, file, name).length > 0;
}

function otherSections({ setup }: Model, file: SourceFile, name: string): readonly Section[] {
  return setup.jailFamily.files
    .filter(each => each !== file)
    .flatMap(each => each.tree.sections.filter(section => section.name === name));
}

function writeKept(model: Model, file: SourceFile, kept: ReadonlySet<Section | Option>): string {
  const { text, tree } = file;
  const starts = new Map<number, Section | Option>();
  for (const section of tree.sections) {
    starts.set(section.header.start, section);
    for (const option of section.options) starts.set(option.keySpan.start, option);
  }
  const stock = linesOfStock(model, file);
  const lineEnd =
    text.slice(nextLineEnd(text, 0)).slice(0, lineEndLength(text, nextLineEnd(text, 0))) || '\n';
  const parts: string[] = [];
  let comments: Line[] = [];
  let isKept = true;
  const addComments = (isAttached: boolean) => {
    const lines = comments.map(({ start, end }) => text.slice(start, end));
    const isOwn = lines.some(line => /\w/.test(line)) && !lines.some(line => stock(line.trim()));
    if (isAttached) parts.push(...lines);
    else if (isOwn) parts.push(...lines, lineEnd);
    comments = [];
  };
  for (const line of tree.lines) {
    if (line.kind === 'comment') {
      comments.push(line);
      continue;
    }
    if (line.kind === 'continuation') {
      if (isKept) addComments(true);
      comments = [];
    } else if (line.kind === 'blank') {
      addComments(false);
      continue;
    } else {
      const element = starts.get(line.contentStart);
      isKept = element === undefined || kept.has(element);
      const isApart = parts.length === 0 || parts.at(-1) === lineEnd;
      if (isKept && line.kind === 'section' && !isApart) parts.push(lineEnd);
      addComments(isKept);
    }
    if (isKept) parts.push(text.slice(line.start, line.end));
  }
  addComments(false);
  return parts.join('');
}

/** Whether jail.conf, as it is here, has a line; too short ones tell nothing. */
function linesOfStock({ setup }: Model, file: SourceFile): (line: string) => boolean {
  const stock = setup.jailFamily.files.find(each => each.name === 'jail.conf' && each !== file);
  const lines = new Set(
    (stock?.text ?? '')
      .split(/\r\n|\r|\n/)
      .map(line => line.trim())
      .filter(line => line.length > 2),
  );
  const isOpaque = stock?.entry.kind === 'text' && stock.entry.standsFor !== undefined;
  return line => lines.has(line) || (isOpaque && lines.has(markedComment(line)));
}
