/** Whether a text matches a pattern with `*` and `?` (`match_pattern` of OpenSSH's match.c), without its way of trying everything. */
export function matchesPattern(text: string, pattern: string): boolean {
  let at = 0;
  let next = 0;
  let star = -1;
  let starAt = 0;
  while (at < text.length) {
    if (pattern[next] === '*') {
      star = next++;
      starAt = at;
    } else if (next < pattern.length && (pattern[next] === '?' || pattern[next] === text[at])) {
      at++;
      next++;
    } else if (star >= 0) {
      next = star + 1;
      at = ++starAt;
    } else return false;
  }
  while (pattern[next] === '*') next++;
  return next === pattern.length;
}

/** Longer parts of a list make the whole list match nothing (match.c). */
const longestPart = 1023;

/**
 * Whether a text matches a comma-separated list of patterns (`match_pattern_list`): `matches`, `excluded` by one that begins with
 * `!`, or neither.
 */
export function matchList(text: string, list: string): 'matches' | 'excluded' | 'neither' {
  let found = false;
  if (list === '') return 'neither';
  for (const part of list.split(',')) {
    const isNegated = part.startsWith('!');
    const pattern = isNegated ? part.slice(1) : part;
    if (pattern.length >= longestPart) return 'neither';
    if (!matchesPattern(text, pattern)) continue;
    if (isNegated) return 'excluded';
    found = true;
  }
  return found ? 'matches' : 'neither';
}
