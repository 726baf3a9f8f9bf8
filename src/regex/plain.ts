import { skipSpace } from '../text/python-space';
import { groupOfTag } from './fail2ban-tags';

/** Behind a `<` with which no tag of fail2ban starts. */
const noTag = String.raw`(?!\/?[\w-]+\/?>)`;
/** Escapes that mean one character or one kind of characters, inside of a class and outside. */
const escaped = String.raw`\\(?:[dDsSwWnrtfv]|[^a-zA-Z0-9<\ud800-\udfff]|<${noTag})`;
const range = 'a-[b-z]|A-[B-Z]|0-[1-9]|1-[2-9]';
const classItem = String.raw`(?:${range}|(?:[^\]\\<\-\ud800-\udfff]|<${noTag}|${escaped})(?!-(?!\])))`;
const characterClass = String.raw`\[(?:\^|(?!\^))(?:-\]|(?:-(?!-))?${classItem}+-?\])`;
const quantifier = String.raw`(?:(?:[*+?]|\{(?:\d{1,3}(?:,\d{0,3})?|,\d{1,3})\})\??)?`;
const character = String.raw`[^\\[(){*+?|^$<\ud800-\udfff]|<${noTag}`;
const repeatable = String.raw`(?:${character}|\)|${escaped}|${characterClass}|<IP[46]>|<\/F-[A-Z][A-Z0-9_]*>)${quantifier}`;
const others = String.raw`\\[bBAZ]|[$^|]|\((?:\?(?:[:=!]|P<[a-z_][a-z0-9_]*>))?|<F-[A-Z][A-Z0-9_]*>|<HOST>|<ADDR>`;

/**
 * What nearly all regular expressions of filters are made of. No text can be read in two ways, so that a match takes no longer than
 * the text.
 */
const plainText = new RegExp(`^(?:${repeatable}|${others})*$`);

const notBrackets = /[^()\\[]+|\\.|\[\^?(?:\\.|[^\]\\])+\]/gs;
const namedGroup = /\(\?P<(\w+)>|<F-([A-Z0-9_]+)>|<(HOST|ADDR|IP[46])>/g;
const closingTag = /<\/(F-[A-Z0-9_]+>)/g;
const bounds = /\{(\d+),(\d+)\}/g;

/** In UTF-16 units; longer ones would need much memory for a match. */
const longest = 10_000;
const deepest = 50;

/**
 * The named groups of a regular expression (with `ip4` for an address) that surely compiles, whatever the release, Python and
 * usedns; undefined where that can't be told at a glance, and `checkFailregex` has to look. Of a lint of all jails most of the
 * time would go to that.
 */
export function plainGroups(text: string): ReadonlySet<string> | undefined {
  if (text.length > longest || !plainText.test(text) || skipSpace(text, 0) === text.length) return undefined;
  if (text.includes('(?') && /\(\?[a-z]+\)/.test(text)) return undefined;
  for (const [, low, high] of text.includes('{') ? text.matchAll(bounds) : []) {
    if (Number(low) > Number(high)) return undefined;
  }
  const hasTags = text.includes('<');
  return bracketsMatch(hasTags ? text.replace(/<F-\w+>/g, '(').replace(/<\/F-\w+>/g, ')') : text)
    ? namesOf(text, hasTags)
    : undefined;
}

function bracketsMatch(text: string): boolean {
  const brackets = text.replace(notBrackets, '');
  let depth = 0;
  for (let at = 0; at < brackets.length; at++) {
    depth += brackets.charCodeAt(at) === 0x28 ? 1 : -1;
    if (depth < 0 || depth > deepest) return false;
  }
  return depth === 0;
}

const noNames: ReadonlySet<string> = new Set();

/** Undefined where a name stands twice, or a tag is closed that was not opened before, which fail2ban leaves alone. */
function namesOf(text: string, hasTags: boolean): ReadonlySet<string> | undefined {
  if (!hasTags) return noNames;
  const names = new Set<string>();
  for (const [, name, tag, address] of text.matchAll(namedGroup)) {
    for (const group of address === undefined ? [name ?? groupOfTag(tag!)] : groupsOf(address)) {
      if (names.has(group)) return undefined;
      names.add(group);
    }
  }
  for (const { 1: tag, index } of text.matchAll(closingTag)) {
    const opened = text.indexOf(`<${tag}`);
    if (opened < 0 || opened > index) return undefined;
  }
  return names;
}

/** Those that a tag for addresses may bring along. */
function groupsOf(tag: string): readonly string[] {
  if (tag === 'IP4' || tag === 'IP6') return [tag.toLowerCase()];
  return tag === 'ADDR' ? ['ip4', 'ip6'] : ['ip4', 'ip6', 'dns'];
}
