import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { decode } from '../files/decode';
import { placeByPath } from '../files/discovery/tree-name';
import { diskSnapshot } from '../files/disk';
import { type Entry, memorySnapshot } from '../files/snapshot';
import { UserError } from './io';
import type { Tree } from './tree';
import { defaultPath } from './trees';

/** A file that is judged as if it stood in a tree. */
export interface OneFile {
  readonly tree: Tree;
  /** Where its `.f2blintrc` is looked for from. */
  readonly configFrom: string;
  /** What it lies on. */
  readonly base: string;
}

const live = '/etc/fail2ban';

/**
 * The tree of `--as NAME` with a path or `-` for standard input: that one file, named so, on the base that was asked for. Without one it
 * lies on /etc/fail2ban where that is a configuration, else on a bundled release. A name fail2ban reads nothing by is a UserError.
 */
export function readOneFile(
  name: string,
  paths: readonly string[],
  { base, writes }: { readonly base: string; readonly writes: boolean },
): OneFile {
  if (placeByPath(name)?.directory !== '.' && !/^paths-[\w-]+\.(?:conf|local)$/.test(name)) {
    throw new UserError(
      `fail2ban reads no file by the name ${name}`,
      'say --as jail.local, jail.d/x.conf, filter.d/x.conf, action.d/x.conf or fail2ban.local',
    );
  }
  const [path, ...others] = paths;
  if (path === undefined || others.length > 0)
    throw new UserError('--as needs one file', `f2blint --as ${name} FILE, or - for standard input`);
  if (path === '-' && writes)
    throw new UserError('standard input can not be fixed', 'name a file in place of -');
  const lies = base === 'auto' && defaultPath() === live ? live : base;
  // the names of a directory it lies on are those people know
  const directory = lies.includes('/') ? lies.replace(/(?<=.)\/+$/, '') : 'fail2ban';
  const tree = { directory, file: name };
  if (path !== '-') {
    checkReadable(path);
    return {
      tree: { ...tree, files: new Map([[name, path]]), home: dirname(path) },
      configFrom: path,
      base: lies,
    };
  }
  const files = new Map<string, Entry>([[name, standardInput(name)]]);
  return {
    tree: { ...tree, snapshot: { ...memorySnapshot(files, directory), isScattered: true } },
    configFrom: resolve('.', 'x'),
    base: lies,
  };
}

function standardInput(name: string): Entry {
  const entry = decode(readFileSync(0));
  return entry.kind === 'text' ? { ...entry, source: name } : entry;
}

function checkReadable(path: string): void {
  const entry = diskSnapshot('.').entry(path);
  if (entry === undefined) throw new UserError(`${path} does not exist`);
  if (entry.kind === 'directory') throw new UserError(`${path} is a directory`, '--as is for one file');
  if (entry.kind === 'unreadable') throw new UserError(`${path} cannot be read: ${entry.reason}`);
}
