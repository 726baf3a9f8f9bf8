import { absolutePath, directoryOf, joinPath, sortByCodePoint } from '../files/posix-path';
import type { Snapshot } from '../files/snapshot';
import { readTextFile, type TextFile } from '../resolve/source';
import { matchesName } from './glob';

/** The files sshd would read. */
export interface SshdFiles {
  /** A file by the path sshd uses for it; undefined where nothing exists. The same object every time. */
  read(path: string): TextFile | undefined;
  /** Where the snapshot has, or could have, a file; undefined where its directory isn't there. */
  newFile(path: string): string | undefined;
  /** Paths that fit a pattern of `Include`, in sshd's order; those of links that lead nowhere too. */
  matching(pattern: string): readonly string[];
}

/** A file with its text as sshd takes it: bytes in whatever encoding. Undefined where nothing exists. */
export function readSshdFile(snapshot: Snapshot, path: string): TextFile | undefined {
  const file = readTextFile(snapshot, path);
  const bytes = file?.entry.kind === 'undecodable' ? file.entry.bytes : undefined;
  return file === undefined || bytes === undefined ? file : { ...file, text: bytes };
}

/**
 * The files beside an sshd_config: its directory stands for `/etc/ssh`, and where it is named …/etc/ssh, what is above for `/`. Of
 * any other directory nothing outside is read.
 */
export function sshdFilesBeside(snapshot: Snapshot, sshdConfig: string): SshdFiles {
  const directory = directoryOf(sshdConfig);
  const root = /(?:^|\/)etc\/ssh$/.test(directory) ? directory.replace(/\/?etc\/ssh$/, '') : undefined;
  return sshdFiles(snapshot, path => {
    const plain = absolutePath(path);
    if (plain === '/etc/ssh') return directory === '' ? '.' : directory;
    if (plain.startsWith('/etc/ssh/')) return joinPath(directory, plain.slice('/etc/ssh/'.length));
    if (root === undefined) return undefined;
    return root === '' && !directory.startsWith('/') ? plain.slice(1) : root + plain;
  });
}

/** Files of a snapshot; `locate` says where a path of sshd's is found there, undefined for nowhere. */
export function sshdFiles(
  snapshot: Snapshot,
  locate: (path: string) => string | undefined = absolutePath,
): SshdFiles {
  const known = new Map<string, TextFile | undefined>();
  return {
    read(path) {
      const located = locate(path);
      if (located === undefined) return undefined;
      if (!known.has(located)) known.set(located, readSshdFile(snapshot, located));
      return known.get(located);
    },
    newFile(path) {
      const located = locate(path);
      const isThere = located !== undefined && snapshot.entry(directoryOf(located))?.kind === 'directory';
      return isThere ? located : undefined;
    },
    matching(pattern) {
      const names = (directory: string) => {
        const located = locate(directory === '' ? '/' : directory);
        return located === undefined ? [] : snapshot.names(located);
      };
      let found: readonly string[] = [''];
      const parts = pattern.split('/').slice(pattern.startsWith('/') ? 1 : 0);
      for (const part of parts) {
        found = found.flatMap(directory => {
          if (!/[*?[\\]/.test(part)) return [`${directory}/${part}`];
          return names(directory)
            .filter(name => matchesName(name, part))
            .map(name => `${directory}/${name}`);
        });
      }
      const exists = (path: string) =>
        this.read(path) !== undefined ||
        names(directoryOf(path)).includes(path.slice(path.lastIndexOf('/') + 1));
      return sortByCodePoint(found.filter(exists));
    },
  };
}
