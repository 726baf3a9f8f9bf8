import { concatenate, type Slice, type Text } from '../text/text';

/**
 * A text of an action with its tags replaced, in which the texts that differ from jail to jail are left out. Putting those of a
 * jail in gives what replacing tag by tag would.
 */
export type Outline = readonly (Slice | Gap)[];

/** Where the text of that name goes. */
interface Gap {
  readonly gap: string;
}

/** The outline of a text that was put together; `gaps` are the texts to leave out. Undefined where only a part of one of them is in it. */
export function outlineOf(text: Text, gaps: ReadonlyMap<Text, string>): Outline | undefined {
  const parts: (Slice | Gap)[] = [];
  return addParts({ text, start: 0, end: text.value.length }, gaps, parts) ? parts : undefined;
}

function addParts(slice: Slice, gaps: ReadonlyMap<Text, string>, parts: (Slice | Gap)[]): boolean {
  const { text, start, end, as } = slice;
  const gap = gaps.get(text);
  if (gap !== undefined) {
    parts.push({ gap });
    return as === undefined && start === 0 && end === text.value.length;
  }
  if (text.origin.kind !== 'slices' || as !== undefined) {
    parts.push(slice);
    return true;
  }
  let at = 0;
  for (const inner of text.origin.slices) {
    const length = inner.as?.length ?? inner.end - inner.start;
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, length);
    at += length;
    if (from >= to) continue;
    const isWhole = from === 0 && to === length;
    if (!isWhole && inner.as !== undefined) return false;
    const part = isWhole ? inner : { text: inner.text, start: inner.start + from, end: inner.start + to };
    if (!addParts(part, gaps, parts)) return false;
  }
  return true;
}

/** The text that an outline gives with those of a jail; where its characters stand is worked out when somebody asks. */
export function fillOutline(outline: Outline, texts: ReadonlyMap<string, Text | undefined>): Text {
  const slices = () => outline.map(part => ('gap' in part ? whole(texts.get(part.gap)!) : part));
  if (outline.length === 1) return concatenate(slices());
  let value = '';
  outline.forEach(part => {
    const isGap = 'gap' in part;
    value += isGap ? texts.get(part.gap)!.value : (part.as ?? part.text.value.slice(part.start, part.end));
  });
  return new FilledText(value, slices);
}

/** A class, as thousands of them are made and few are asked where they stand. */
class FilledText implements Text {
  constructor(
    readonly value: string,
    private readonly slices: () => readonly Slice[],
  ) {}

  get origin(): Text['origin'] {
    return { kind: 'slices', slices: this.slices() };
  }
}

function whole(text: Text): Slice {
  return { text, start: 0, end: text.value.length };
}
