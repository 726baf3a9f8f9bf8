/** Whether a pattern of `logpath` takes in a path, as Python's `glob` has it: `*` and `?` stop at a slash, `[…]` is one of some. */
export function pathMatches(pattern: string, path: string): boolean {
  const parts = pattern.split('/');
  const names = path.split('/');
  return parts.length === names.length && parts.every((part, index) => nameMatches(part, names[index]!));
}

function nameMatches(pattern: string, name: string): boolean {
  if (!/[*?[]/.test(pattern)) return pattern === name;
  // several stars in a row are one, and would make the search slow
  const source = pattern
    .replace(/\*+/g, '*')
    .replace(/\[(!?)([^\]]+)\]|[*?]|[\\^$.|+(){}[\]]/g, (found, not: string, set: string | undefined) => {
      if (set !== undefined) return `[${not === '' ? '' : '^'}${set.replace(/[\\\]^[]/g, '\\$&')}]`;
      return found === '*' ? '.*' : found === '?' ? '.' : `\\${found}`;
    });
  try {
    return new RegExp(`^${source}$`, 's').test(name);
  } catch {
    return false;
  }
}
