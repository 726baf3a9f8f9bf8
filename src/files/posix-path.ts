/** Paths as Python's `os.path` treats them on a Unix host, whatever f2blint runs on. Nothing is normalised: fail2ban compares paths as written. */

/** `os.path.join`: an absolute `name` stands alone. */
export function joinPath(directory: string, name: string): string {
  if (name.startsWith('/') || directory === '') return name;
  return directory.endsWith('/') ? directory + name : `${directory}/${name}`;
}

/** `os.path.dirname`. */
export function directoryOf(path: string): string {
  const slash = path.lastIndexOf('/') + 1;
  let end = slash;
  while (end > 0 && path[end - 1] === '/') end--;
  return path.slice(0, end === 0 ? slash : end);
}

/** `os.path.splitext(path)[0]`: leading dots of a name start no extension. */
export function withoutExtension(path: string): string {
  const slash = path.lastIndexOf('/') + 1;
  const dot = path.lastIndexOf('.');
  if (dot <= slash) return path;
  return /^\.*$/.test(path.slice(slash, dot)) ? path : path.slice(0, dot);
}

/** `os.path.abspath` of a path, `.` and `..` taken out as text. A relative one is taken from `/`, where a daemon runs. */
export function absolutePath(path: string): string {
  return plainPath(path.startsWith('/') ? path : `/${path}`);
}

/** A path without `.` and `..`, as far as they can be taken out as text: those at the start of a relative one stay. */
export function plainPath(path: string): string {
  if (!/\/\.{0,2}(?:\/|$)/.test(path)) return path;
  const isAbsolute = path.startsWith('/');
  const parts: string[] = [];
  for (const part of path.split('/')) {
    const last = parts.at(-1);
    const isStart = last === undefined || last === '.' || last === '..';
    if (part === '' || (part === '.' && (isAbsolute || last !== undefined))) continue;
    if (part !== '..' || (isStart && !isAbsolute)) parts.push(part);
    else parts.pop();
  }
  return isAbsolute ? `/${parts.join('/')}` : parts.join('/') || '.';
}

/** Order of Python's `sorted` for text: by code point, where JavaScript compares UTF-16 units. */
export function compareCodePoints(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  if (at >= a.length || at >= b.length) return a.length - b.length;
  return rank(a.charCodeAt(at)) - rank(b.charCodeAt(at));
}

/** Surrogates stand for code points above all others. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

/** Sorts names by code point, in place. The native order, by UTF-16 unit, is the same for all but rare characters. */
export function sortByCodePoint(names: string[]): string[] {
  return names.some(name => /[\ud800-\udfff]/.test(name)) ? names.sort(compareCodePoints) : names.sort();
}
