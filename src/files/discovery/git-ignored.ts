import { existsSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import type { PlacedPatterns } from '../placed-patterns';
import { readSmallFile } from './small-file';

/**
 * Tells which paths of a directory (relative, with `/`, directories with one at the end) git leaves aside, by the .gitignore files there are
 * below it, in it and above it up to the root of the repository. `paths` are all there are; `more` are those of
 * `ignore` in .f2blintrc.
 */
export function gitIgnored(
  directory: string,
  paths: readonly string[],
  more: readonly PlacedPatterns[] = [],
): (path: string) => boolean {
  const patterns = new Map<string, Ignore>();
  for (const file of paths) {
    if (posix.basename(file) !== '.gitignore' || file.endsWith('/')) continue;
    const found = readPatterns(join(directory, file));
    if (found !== undefined) patterns.set(posix.dirname(file), found);
  }
  const above = patternsAbove(directory);
  const asked = more.map(({ directory: from, patterns }) => {
    const rules = ignore().add([...patterns]);
    return (path: string) => {
      const name = posix.relative(from, posix.join(directory, path)) + (path.endsWith('/') ? '/' : '');
      return ignore.isPathValid(name) && rules.ignores(name);
    };
  });
  const directories = new Map<string, boolean>();

  /** git does not look into a directory that is ignored: nothing in it can be taken back. */
  function isIgnored(path: string, isDirectory: boolean): boolean {
    const parent = posix.dirname(path);
    if (parent !== '.') {
      const known = directories.get(parent) ?? isIgnored(parent, true);
      directories.set(parent, known);
      if (known) return true;
    }
    const tested = isDirectory ? `${path}/` : path;
    if (asked.some(matches => matches(tested))) return true;
    for (let at = parent; ; at = posix.dirname(at)) {
      const verdict = patterns.get(at)?.test(at === '.' ? tested : tested.slice(at.length + 1));
      if (verdict?.ignored) return true;
      if (verdict?.unignored) return false;
      if (at === '.') break;
    }
    for (const { prefix, rules } of above) {
      const verdict = rules.test(`${prefix}${tested}`);
      if (verdict.ignored || verdict.unignored) return verdict.ignored;
    }
    return false;
  }

  return path => (path.endsWith('/') ? isIgnored(path.slice(0, -1), true) : isIgnored(path, false));
}

/** Those of the directories above, nearest first, each with the path from there to the directory. */
function patternsAbove(directory: string): readonly { readonly prefix: string; readonly rules: Ignore }[] {
  const found: { prefix: string; rules: Ignore }[] = [];
  let prefix = '';
  for (let at = directory; !isRepository(at); ) {
    const parent = dirname(at);
    // outside of any repository nothing is git's to ignore
    if (parent === at) return [];
    prefix = `${posix.basename(at)}/${prefix}`;
    at = parent;
    const rules = readPatterns(join(at, '.gitignore'));
    if (rules !== undefined) found.push({ prefix, rules });
  }
  return found;
}

function isRepository(directory: string): boolean {
  return existsSync(join(directory, '.git'));
}

function readPatterns(file: string): Ignore | undefined {
  const text = readSmallFile(file);
  return text === undefined ? undefined : ignore().add(text);
}
