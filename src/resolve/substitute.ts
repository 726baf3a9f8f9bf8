import { replaceAll, type Text } from '../text/text';
import { expandTags, type FindTag } from './expand-tags';
import { splitCondition } from './merge';

/** A text that ends the load: it contains its own tag, or one tag was replaced too often in it. */
export interface TagError {
  readonly kind: 'self-reference' | 'too-large';
  /** The option whose text it is, and the tag. */
  readonly key: string;
  readonly tag: string;
  readonly text: Text;
}

export type Substituted<E> =
  | {
      readonly kind: 'texts';
      readonly texts: ReadonlyMap<string, Text | undefined>;
      /** Whether each text was worked out once, for itself. */
      readonly isPlain: boolean;
    }
  | { readonly kind: 'error'; readonly error: TagError | E };

/** How often one tag may be replaced in one text (MAX_TAG_REPLACE_COUNT). */
const mostReplacements = 25;

/** Our own limits: nobody means a text that needs more, and where its parts come from could not be told. */
const mostInAll = 1000;
const longest = 1_000_000;

/** What has been replaced in one text. */
interface Replacements {
  readonly byTag: Map<string, number>;
  inAll: number;
}

/**
 * Replaces `<tag>` in all texts by the text of that name, again and again until nothing changes (`substituteRecursiveTags` of
 * fail2ban's helpers.py). Names in `ignored`, and those that have a conditional variant `NAME?…`, are left alone.
 */
export function substituteTags<E>(
  texts: ReadonlyMap<string, Text | undefined>,
  ignored: ReadonlySet<string>,
  find: FindTag<E>,
): Substituted<E> {
  const leftAlone = namesLeftAlone(texts, ignored);
  const expanded = expandTags(texts, leftAlone, find);
  if (expanded !== undefined) return { kind: 'texts', texts: expanded, isPlain: true };
  const current = new Map(texts);
  // which tags lead somewhere never changes, so a text in which none does is done
  const done = new Set<string>();
  const counts = new Map<string, Replacements>();
  for (let again = true; again; ) {
    again = false;
    for (const key of texts.keys()) {
      const text = current.get(key);
      if (text === undefined || done.has(key) || leftAlone.has(key)) continue;
      if (!text.value.includes('<')) {
        done.add(key);
        continue;
      }
      const count = counts.get(key) ?? { byTag: new Map(), inAll: 0 };
      const result = substituteOne(key, text, current, leftAlone, find, count);
      if (result.kind === 'error') return result;
      if (result.text.value === text.value) done.add(key);
      else {
        if (nextTag(result.text.value, 0) !== undefined) {
          counts.set(key, count);
          again = true;
        }
        current.set(key, result.text);
      }
    }
  }
  return { kind: 'texts', texts: current, isPlain: false };
}

/** Names that keep their tags; those that turn out to lead nowhere are added on the way. */
export function namesLeftAlone(
  texts: ReadonlyMap<string, unknown>,
  ignored: ReadonlySet<string>,
): Set<string> {
  const leftAlone = new Set(ignored);
  texts.forEach((_, key) => {
    const word = key.includes('?') ? splitCondition(key)?.word : undefined;
    if (word !== undefined) leftAlone.add(word);
  });
  return leftAlone;
}

function substituteOne<E>(
  key: string,
  original: Text,
  texts: ReadonlyMap<string, Text | undefined>,
  leftAlone: Set<string>,
  find: FindTag<E>,
  count: Replacements,
): { kind: 'text'; text: Text } | { kind: 'error'; error: TagError | E } {
  let text = original;
  for (let tag = nextTag(text.value, 0); tag !== undefined; ) {
    const { name, start, end } = tag;
    if (leftAlone.has(name)) {
      tag = nextTag(text.value, end);
      continue;
    }
    if (name === key || (count.byTag.get(name) ?? 1) > mostReplacements) {
      return { kind: 'error', error: { kind: 'self-reference', key, tag: name, text } };
    }
    let replacement = texts.get(name);
    if (replacement === undefined) {
      const found = find(name);
      if (found?.kind === 'error') return found;
      replacement = found?.text;
    }
    if (replacement === undefined) {
      leftAlone.add(name);
      tag = nextTag(text.value, end);
      continue;
    }
    text = replaceAll(text, `<${name}>`, replacement);
    count.inAll++;
    if (text.value.length > longest || count.inAll > mostInAll) {
      return { kind: 'error', error: { kind: 'too-large', key, tag: name, text: original } };
    }
    count.byTag.set(name, (count.byTag.get(name) ?? 0) + 1);
    tag = nextTag(text.value, start);
  }
  return { kind: 'text', text };
}

const tagPattern = /<([^ <>]+)>/g;

/** The next `<name>` at or after `from`; a name has no blank, `<` or `>`. */
function nextTag(value: string, from: number): { name: string; start: number; end: number } | undefined {
  tagPattern.lastIndex = from;
  const found = tagPattern.exec(value);
  return found === null ? undefined : { name: found[1]!, start: found.index, end: tagPattern.lastIndex };
}
