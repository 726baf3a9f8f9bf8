import { type Replacement, type Rewritten, rewrite } from './rewrite';

const FLAGS_AT_GROUP_START = /(?<!\\)(\((?:\?:)?)\(\?[a-z]+(\))/g;

/**
 * From 1.0.1 on fail2ban writes flags at the start of a group, `((?i)x)` or `(?:(?i)x)`, as flags of that group,
 * `(?i:x)`, because Python 3.11 refuses the former (`server/failregex.py`). Wherever it stands, and a group that
 * captured no longer does.
 */
export function localizeFlags(text: string): Rewritten {
  const replacements: Replacement[] = [];
  for (const match of text.matchAll(FLAGS_AT_GROUP_START)) {
    const end = match.index + match[0].length;
    replacements.push({ start: match.index, end: match.index + match[1]!.length, by: '' });
    replacements.push({ start: end - 1, end, by: ':' });
  }
  return rewrite(text, replacements);
}
