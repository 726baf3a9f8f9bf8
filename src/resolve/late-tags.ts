import { type Piece, piecesOf } from '../text/pieces';
import type { Text } from '../text/text';
import type { Definition } from './definition';
import { type FindTag, longest, openTag, tagExpander } from './expand-tags';
import type { Family } from './family';
import { fillOutline, type Outline, outlineOf } from './outline';
import { variableValue } from './read-option';

/**
 * An action whose tags were replaced for one jail. In another that differs only in texts without tags they are replaced in the
 * same way, so nothing can go wrong there and the texts can wait until somebody reads them.
 */
interface Precedent {
  readonly texts: ReadonlyMap<string, Text | undefined>;
  /** Texts that become part of the name of a tag, as `<b>` does in `<a-<b>>`, be it through others; rather too many. */
  readonly partsOfNames: ReadonlySet<string>;
  /** What was looked up in the file on the way; no variable may stand for it. */
  readonly namesOfTags: ReadonlySet<string>;
  /** Length of the longest text that came of it. */
  readonly length: number;
  /** The texts with their tags replaced, as far as somebody has asked; undefined for one that has no outline. */
  readonly outline: (name: string) => Outline | undefined;
}

const precedents = new WeakMap<Family, Precedent[]>();

/** A tree whose jails use one action in more different ways than this is none that has to be fast. */
const mostPrecedents = 5;

/** Remembers how the tags of an action were replaced: `texts` before and `replaced` after that, each text worked out for itself. */
export function rememberPrecedent<E>(
  { family, remembered, asked, variables }: Definition,
  texts: ReadonlyMap<string, Text | undefined>,
  replaced: ReadonlyMap<string, Text | undefined>,
  leftAlone: ReadonlySet<string>,
  find: FindTag<E>,
): void {
  const known = precedents.get(family) ?? [];
  precedents.set(family, known);
  if (known.length === mostPrecedents) return;
  const partsOfNames = new Set<string>();
  for (const text of [...texts.values(), ...remembered.values()]) {
    if (text === undefined || !openTag.test(text.value)) continue;
    if (/<[^ <>]*$/.test(text.value)) return;
    addTags(partsOfNames, text);
  }
  // what a part is made of is a part too; a set gives what is added on the way as well
  for (const part of partsOfNames) {
    addTags(partsOfNames, texts.get(part) ?? remembered.get(part));
  }
  const isFree = (name: string) => variableValue(variables, name) === undefined;
  if (![...asked.namesOfTags].every(isFree)) return;
  const length = Math.max(0, ...[...replaced.values()].map(text => text?.value.length ?? 0));
  const outline = outliner(texts, leftAlone, find);
  known.push({ texts, partsOfNames, namesOfTags: asked.namesOfTags, length, outline });
}

/** Outlines in which the texts without tags are left out, as those are what a jail passes; each is made once. */
function outliner<E>(
  texts: ReadonlyMap<string, Text | undefined>,
  leftAlone: ReadonlySet<string>,
  find: FindTag<E>,
): Precedent['outline'] {
  const outlines = new Map<string, Outline | undefined>();
  const gaps = new Map<Text, string>();
  const marked = new Map(texts);
  texts.forEach((text, name) => {
    if (text === undefined || text.value.includes('<')) return;
    // a text of its own for each name, as one text may have two
    const gap = { ...text };
    marked.set(name, gap);
    gaps.set(gap, name);
  });
  const expand = tagExpander(marked, new Set(leftAlone), find);
  return name => {
    if (!outlines.has(name)) outlines.set(name, outlineOf(expand(name, marked.get(name)!)!.text, gaps));
    return outlines.get(name);
  };
}

function addTags(names: Set<string>, text: Text | undefined): void {
  for (const [, name = ''] of text?.value.matchAll(/<([^ <>]+)>/g) ?? []) names.add(name);
}

/**
 * The texts of an action, whose tags are replaced when somebody reads them. That is seldom done for most of the many commands.
 * Undefined without a precedent.
 */
export function lateTexts<E>(
  definition: Definition,
  texts: ReadonlyMap<string, Text | undefined>,
  leftAlone: Set<string>,
  find: FindTag<E>,
): ReadonlyMap<string, Text | undefined> | undefined {
  const precedent = precedents.get(definition.family)?.find(each => follows(each, definition, texts));
  if (precedent === undefined) return undefined;
  const expand = tagExpander(texts, leftAlone, find);
  const hasOutlines = sharesTags(precedent.texts, texts);
  const late = new Map<string, Text | undefined>();
  texts.forEach((text, name) => {
    const isDone = text === undefined || leftAlone.has(name) || !text.value.includes('<');
    const make = () => {
      const outline = hasOutlines ? precedent.outline(name) : undefined;
      return outline === undefined ? expand(name, text!)!.text : fillOutline(outline, texts);
    };
    late.set(name, isDone ? text : new LateText(make));
  });
  return late;
}

/** Whether the texts with tags are the same, from the same places. */
function sharesTags(before: Precedent['texts'], texts: Precedent['texts']): boolean {
  let shares = true;
  texts.forEach((text, name) => {
    if (text?.value.includes('<')) shares &&= isSame(text, before.get(name)!);
  });
  return shares;
}

function isSame(text: Text, before: Text): boolean {
  if (text === before) return true;
  const pieces = piecesOf(text);
  const others = piecesOf(before);
  return text.value === before.value && pieces.length === others.length && pieces.every(isSamePiece);

  function isSamePiece({ at, length, file, start, end }: Piece, index: number): boolean {
    const other = others[index]!;
    const stands = other.file === file && other.start === start && other.end === end;
    return stands && other.at === at && other.length === length;
  }
}

function follows(
  precedent: Precedent,
  { variables }: Definition,
  texts: ReadonlyMap<string, Text | undefined>,
): boolean {
  if (texts.size !== precedent.texts.size) return false;
  let longestPassed = 0;
  let isLike = true;
  texts.forEach((text, name) => {
    const before = precedent.texts.get(name);
    if (text === before) isLike &&= precedent.texts.has(name);
    else if (text === undefined || before === undefined) isLike = false;
    else if (text.value !== before.value) {
      const isPassed = before.value !== '' && !before.value.includes('<') && !text.value.includes('<');
      isLike &&= isPassed && !precedent.partsOfNames.has(name);
      longestPassed = Math.max(longestPassed, text.value.length);
    }
  });
  if (!isLike) return false;
  // each of its characters may be one that a jail passed
  if (precedent.length * (1 + longestPassed) > longest) return false;
  for (const name of precedent.namesOfTags) if (variableValue(variables, name) !== undefined) return false;
  return true;
}

/** A class, as thousands of them are made and few are ever read. */
class LateText implements Text {
  private made: Text | undefined;

  constructor(private readonly make: () => Text) {}

  get value(): string {
    return this.text().value;
  }

  get origin(): Text['origin'] {
    return this.text().origin;
  }

  private text(): Text {
    this.made ??= this.make();
    return this.made;
  }
}
