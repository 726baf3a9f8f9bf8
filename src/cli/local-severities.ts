import { relative, resolve, sep } from 'node:path';
import ignore from 'ignore';
import type { PlacedSettings } from '../config/placed-settings';
import type { LocalSeverities } from '../lint/grades';

/** Severities in some files, as the engine asks for them; those of rules in `fixed` are decided elsewhere. */
export function localSeverities(
  local: PlacedSettings['local'],
  fixed: ReadonlySet<string>,
): readonly LocalSeverities[] {
  return local.map(({ directory, globs, severities }) => {
    const patterns = ignore().add([...globs]);
    const known = new Map<string, boolean>();
    return {
      severities: new Map([...severities].filter(([rule]) => !fixed.has(rule))),
      matches(path) {
        const found = known.get(path) ?? isIn(directory, path, name => patterns.ignores(name));
        known.set(path, found);
        return found;
      },
    };
  });
}

function isIn(directory: string, path: string, matches: (name: string) => boolean): boolean {
  const name = relative(directory, resolve(path)).split(sep).join('/');
  // one that leads out of the directory is none to it
  return ignore.isPathValid(name) && matches(name);
}
