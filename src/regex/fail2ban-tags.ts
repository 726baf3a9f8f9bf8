import { type Replacement, type Rewritten, rewrite } from './rewrite';

/**
 * What fail2ban puts in place of its tags, in our own words: the same named groups in the same order, and the same
 * signs at both ends, so that a tag compiles wherever fail2ban's does. Facts from `server/failregex.py`; releases
 * 0.11.2 to 1.1.1 know the same tags.
 */
const IP4 = String.raw`(?:::ffff:)?(?P<ip4>\d{1,3}(?:\.\d{1,3}){3})`;
const IP6 = String.raw`(?P<ip6>(?:[\da-fA-F]{0,4}:){1,7}(?:[\da-fA-F]{1,4}|:))`;
const DNS = String.raw`(?P<dns>[\w.^\-]*\w)`;
const CIDR = String.raw`(?P<cidr>\d\d*)`;
const ADDRESS_GROUP = `(?:${IP4}|${IP6})`;
const ADDRESS = String.raw`\[?${ADDRESS_GROUP}\]?`;
const HOST = `(?:${ADDRESS}|${DNS})`;
const SUBNET = String.raw`\[?(?:${IP4}|${IP6})(?:/${CIDR})?\]?`;

const FIXED: ReadonlyMap<string, string> = new Map([
  ['<IP4>', IP4],
  ['<F-IP4/>', IP4],
  ['<IP6>', IP6],
  ['<F-IP6/>', IP6],
  ['<ADDR>', ADDRESS],
  ['<F-ADDR/>', ADDRESS],
  ['<DNS>', DNS],
  ['<F-DNS/>', DNS],
  ['<CIDR>', CIDR],
  ['<F-CIDR/>', CIDR],
  ['<SUBNET>', SUBNET],
  ['<F-SUBNET/>', SUBNET],
  ['<F-ID/>', String.raw`(?P<fid>\S\S*)`],
  ['<F-PORT/>', String.raw`(?P<fport>\w\w*)`],
]);

const TAG = /<\/?[\w-]+\/?>/g;
const NAMED_TAG = /^<(\/?)F-([A-Z0-9_-]+)>$/;

/** Groups whose name isn't that of their tag in lower case. */
const GROUP_NAMES: ReadonlyMap<string, string> = new Map([
  ['id', 'fid'],
  ['port', 'fport'],
]);

function groupName(tagName: string): string {
  const name = tagName.toLowerCase();
  return GROUP_NAMES.get(name) ?? name;
}

/** Tags met so far; a closing tag counts only behind the first opening one. */
interface Progress {
  readonly opened: Set<string>;
  skippedLines: number;
}

/** What replaces `tag`; null for a text that is no tag of the server. */
function replacementOf(tag: string, useDns: string, progress: Progress): string | null {
  if (tag === '<HOST>') return useDns === 'no' ? ADDRESS : HOST;
  if (tag === '<SKIPLINES>') return String.raw`\n(?P<skiplines${progress.skippedLines++}>(?:(?:.*\n){0,}?))`;
  const fixed = FIXED.get(tag);
  if (fixed !== undefined) return fixed;
  const named = NAMED_TAG.exec(tag);
  if (named === null) return null;
  const [, closing, name] = named;
  if (closing === '/') return progress.opened.has(name!) ? ')' : null;
  progress.opened.add(name!);
  return `(?P<${groupName(name!)}>`;
}

/**
 * Puts the tags' regular expressions in place, as the server does after the client has put in the values of the
 * filter's own `<tags>`. `useDns` is the jail's usedns as the server keeps it: with `no`, `<HOST>` is an address only.
 * Unknown tags stay as they are.
 */
export function expandTags(text: string, useDns: string): Rewritten {
  const progress: Progress = { opened: new Set(), skippedLines: 0 };
  const replacements: Replacement[] = [];
  for (const match of text.matchAll(TAG)) {
    const by = replacementOf(match[0], useDns, progress);
    if (by !== null) replacements.push({ start: match.index, end: match.index + match[0].length, by });
  }
  return rewrite(text, replacements);
}

/** The groups for addresses that tags were replaced by, by the offset of their `(` in the result: nearly every regex has one. */
export function groupsOfTags({ text, replaced }: Rewritten): ReadonlyMap<number, string> {
  const groups = new Map<number, string>();
  for (const { result } of replaced) {
    const by = text.slice(result.start, result.end);
    if (by === HOST) groups.set(result.start, HOST);
    else if (by === ADDRESS) groups.set(result.start + by.indexOf(ADDRESS_GROUP), ADDRESS_GROUP);
  }
  return groups;
}
