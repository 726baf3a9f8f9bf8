import { lstatSync, readlinkSync } from 'node:fs';
import { posix } from 'node:path';

/** As many links in a row as Linux follows. */
const mostLinks = 40;

/**
 * Finds paths of a host below a root directory as the host itself would: an absolute link starts at the root, and `..` does not climb
 * above it. A link to /dev/null leads to the real one. Throws what Node throws, with the code `ELOOP` for a loop of links.
 */
export function locateWithin(root: string): (path: string) => string {
  const directories = new Map<string, string>();
  let links = 0;

  /** The path below the root that has no links in it any more. */
  function follow(from: string, path: string): string {
    let at = from;
    const left = path.split('/').reverse();
    for (let part = left.pop(); part !== undefined; part = left.pop()) {
      if (part === '' || part === '.') continue;
      if (part === '..') {
        at = posix.dirname(at);
        continue;
      }
      const next = posix.join(at, part);
      const onDisk = root + next;
      if (!lstatSync(onDisk).isSymbolicLink()) {
        at = next;
        continue;
      }
      if (++links > mostLinks) throw Object.assign(new Error('a loop of links'), { code: 'ELOOP' });
      const target = readlinkSync(onDisk);
      // a file that is switched off; a root that isn't running has no devices
      if (target === '/dev/null' && left.length === 0) return target;
      if (target.startsWith('/')) at = '/';
      left.push(...target.split('/').reverse());
    }
    return at;
  }

  return path => {
    links = 0;
    const slash = path.lastIndexOf('/');
    const parent = path.slice(0, slash);
    let directory = directories.get(parent);
    if (directory === undefined) {
      directory = follow('/', parent);
      directories.set(parent, directory);
    }
    const located = follow(directory, path.slice(slash + 1));
    return located === '/dev/null' ? located : root + located;
  };
}
