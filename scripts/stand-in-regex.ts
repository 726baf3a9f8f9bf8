/** Stands for what isn't known: a noncharacter, which as a regex matches no text there is. */
export const opaque = '\ufdd0';

/** `%(name)s`, `(?P<name>`, and tags, which may have tags in their names. */
export const reference = /%\([^()\s]+\)s/y;
export const tag = /<(?:[\w/?=.-]|<[\w/-]+>)+>/y;
const group = /\(\?P<(\w+)>/y;

/** A line of a regex: the tags, groups and references it has, in their order, and whether it is anchored. */
export function regexStandIn(line: string): string {
  if (line === '') return '';
  const parts: string[] = [];
  for (let at = 0; at < line.length; ) {
    const named = match(group, line, at);
    if (named !== undefined) {
      parts.push(`${named}${opaque})`);
      at += named.length;
      continue;
    }
    const found = match(reference, line, at) ?? match(tag, line, at);
    if (found !== undefined && !isBackReference(line, at)) {
      parts.push(found);
      at += found.length;
    } else {
      if (parts.at(-1) !== opaque) parts.push(opaque);
      at += line[at] === '\\' ? 2 : 1;
    }
  }
  const isWhole = parts.length === 1 && parts[0] === opaque;
  const start = line.startsWith('^') ? '^' : '';
  const end = /(?:^|[^\\])\$$/.test(line) ? '$' : '';
  return isWhole ? start + opaque + end : start + parts.join('') + end;
}

/** `(?<=` and `(?<!` hold no tag. */
function isBackReference(line: string, at: number): boolean {
  return line.slice(at - 2, at) === '(?';
}

export function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
