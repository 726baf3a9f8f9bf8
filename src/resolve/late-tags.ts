import type { Text } from '../text/text';
import type { Definition } from './definition';
import { type FindTag, longest, openTag, tagExpander } from './expand-tags';
import type { Family } from './family';
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
}

const precedents = new WeakMap<Family, Precedent[]>();

/** A tree whose jails use one action in more different ways than this is none that has to be fast. */
const mostPrecedents = 5;

/** Remembers how the tags of an action were replaced: `texts` before and `replaced` after that, each text worked out for itself. */
export function rememberPrecedent(
  { family, remembered, asked, variables }: Definition,
  texts: ReadonlyMap<string, Text | undefined>,
  replaced: ReadonlyMap<string, Text | undefined>,
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
  known.push({ texts, partsOfNames, namesOfTags: asked.namesOfTags, length });
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
  const isLike = (precedent: Precedent) => follows(precedent, definition, texts);
  if (!precedents.get(definition.family)?.some(isLike)) return undefined;
  const expand = tagExpander(texts, leftAlone, find);
  const late = new Map<string, Text | undefined>();
  texts.forEach((text, name) => {
    const isDone = text === undefined || leftAlone.has(name) || !text.value.includes('<');
    late.set(name, isDone ? text : new LateText(() => expand(name, text)!.text));
  });
  return late;
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
