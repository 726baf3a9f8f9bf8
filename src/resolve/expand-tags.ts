import { concatenate, type Slice, type Text } from '../text/text';

/** Looks up a tag that none of the texts has as name; `error` ends the substitution. */
export type FindTag<E> = (
  tag: string,
) =>
  | { readonly kind: 'text'; readonly text: Text }
  | { readonly kind: 'error'; readonly error: E }
  | undefined;

/** A text with at most this many tags replaced can't reach fail2ban's limit for one of them. */
const mostReplacements = 25;
export const longest = 100_000;

/** A `<` whose name goes on into a tag, or to the end: replacing may put new tags together, as in `<a-<b>>`. */
export const openTag = /<[^ <>]*(?:<|$)/;

interface Expanded {
  readonly text: Text;
  /** How many times fail2ban replaces a tag on the way; all of one name in a text go at once. */
  readonly replaced: number;
  /** Whether new tags may come about where it is put. */
  readonly isOpen: boolean;
}

/**
 * Replaces tags in the plain case that nearly all filters and actions are: no tag refers to itself, none is replaced often. There
 * each text can be worked out once. Undefined in any other case, which `substituteTags` handles step by step as fail2ban does. Names
 * that lead nowhere are added to `leftAlone`.
 */
export function expandTags<E>(
  texts: ReadonlyMap<string, Text | undefined>,
  leftAlone: Set<string>,
  find: FindTag<E>,
): ReadonlyMap<string, Text | undefined> | undefined {
  const result = new Map<string, Text | undefined>();
  const expand = tagExpander(texts, leftAlone, find);
  for (const [key, text] of texts) {
    if (text === undefined || leftAlone.has(key)) {
      result.set(key, text);
      continue;
    }
    const done = expand(key, text);
    if (done === undefined) return undefined;
    result.set(key, done.text);
  }
  return result;
}

/** Gives a function that works out one of the texts, each once; undefined where it is not of the plain kind. */
export function tagExpander<E>(
  texts: ReadonlyMap<string, Text | undefined>,
  leftAlone: Set<string>,
  find: FindTag<E>,
): (name: string, text: Text) => Expanded | undefined {
  const expanded = new Map<string, Expanded | 'open'>();
  let depth = 0;
  return expand;

  function expand(name: string, text: Text): Expanded | undefined {
    const known = expanded.get(name);
    if (known !== undefined) return known === 'open' ? undefined : known;
    if (depth > mostReplacements) return undefined;
    expanded.set(name, 'open');
    depth++;
    const done = text.value.includes('<') ? replaceAllTags(text) : { text, replaced: 0, isOpen: false };
    depth--;
    if (done !== undefined) expanded.set(name, done);
    return done;
  }

  function replaceAllTags(original: Text): Expanded | undefined {
    let done = replaceTags(original);
    let replaced = 0;
    while (done !== undefined) {
      replaced += done.replaced;
      if (replaced > mostReplacements || done.text.value.length > longest) return undefined;
      if (done.replaced === 0 || !done.isOpen) return { ...done, replaced };
      done = replaceTags(done.text);
    }
    return undefined;
  }

  function replaceTags(text: Text): Expanded | undefined {
    const slices: Slice[] = [];
    const seen = new Set<string>();
    let replaced = 0;
    let isOpen = openTag.test(text.value);
    let from = 0;
    const tags = /<([^ <>]+)>/g;
    for (let match = tags.exec(text.value); match !== null; match = tags.exec(text.value)) {
      const name = match[1]!;
      if (leftAlone.has(name)) continue;
      const found = texts.get(name) ?? lookUp(name);
      if (found === 'error') return undefined;
      if (found === undefined) {
        leftAlone.add(name);
        continue;
      }
      const inner = expand(name, found);
      if (inner === undefined) return undefined;
      if (!seen.has(name)) replaced += 1 + inner.replaced;
      seen.add(name);
      isOpen ||= inner.isOpen;
      if (match.index > from) slices.push({ text, start: from, end: match.index });
      slices.push({ text: inner.text, start: 0, end: inner.text.value.length });
      from = match.index + match[0].length;
    }
    if (replaced === 0) return { text, replaced, isOpen };
    if (from < text.value.length) slices.push({ text, start: from, end: text.value.length });
    return { text: concatenate(slices), replaced, isOpen };
  }

  function lookUp(name: string): Text | 'error' | undefined {
    const found = find(name);
    return found?.kind === 'error' ? 'error' : found?.text;
  }
}
