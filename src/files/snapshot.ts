import type { TemplateKind } from '../text/template-kind';
import { plainPath, sortByCodePoint } from './posix-path';

/**
 * The files of one configuration directory, the only input of f2blint. Paths are `root` joined with a name, as
 * fail2ban writes them; an include may also lead outside the directory.
 */
export interface Snapshot {
  /** The configuration directory as it was given, without slashes at the end. */
  readonly root: string;
  /** Whether the files lie in several places, so that a new one has none. */
  readonly isScattered?: boolean;
  /** What a path holds; undefined where nothing exists. The same answer every time. */
  entry(path: string): Entry | undefined;
  /** Names in a directory, in code point order; empty where there is none. */
  names(directory: string): readonly string[];
  /** Paths of the entries with `template`; whoever makes such a snapshot knows them. */
  readonly templates?: readonly string[];
  /** What a partial tree lies on. */
  readonly base?: Base;
}

/** The files below a partial tree: those of a release, or of a directory. They are never written to. */
export interface Base {
  /** `debian-1.0.2`, or the directory as it was given. */
  readonly name: string;
  /** Why the tree lies on this one, where nobody said so. */
  readonly why?: string;
  /** Whether what there is at a path is of the base alone. */
  holds(path: string): boolean;
}

export type Entry =
  | TextEntry
  | UndecodableEntry
  | { readonly kind: 'directory' }
  | { readonly kind: 'unreadable'; readonly reason: string };

export interface TextEntry {
  readonly kind: 'text';
  readonly text: string;
  /** CRC-32 of the bytes, where it can be had for less than going through the text. */
  readonly checksum?: () => number;
  /**
   * The release whose file of that name this text stands for (`debian-1.0.2`): it has its sections, options and plain values at the
   * same lines; regexes, commands and comments are opaque.
   */
  readonly standsFor?: string;
  /** Where the file lies, if not at the path it is asked for by. */
  readonly source?: string;
  /** The text is a template in that language, from which the file is made. */
  readonly template?: TemplateKind;
}

/** A file that is not UTF-8. fail2ban skips it, unless it has stopped at a mistake before it meets the byte. */
export interface UndecodableEntry {
  readonly kind: 'undecodable';
  /** Whole lines that Python has decoded before it meets the byte: it reads 8192 bytes at a time (measured, 3.11). */
  readonly head: string;
  /** The first bad byte: its value, and line and column (from 1, in characters of that line). */
  readonly byte: number;
  readonly line: number;
  readonly column: number;
  /** All of it, each byte as one character (Latin-1), for what takes bytes as they come, as sshd does. */
  readonly bytes?: string;
  /** As of a text. */
  readonly source?: string;
}

/** Where a file lies that was asked for by a path. */
export function sourceOf(entry: Entry | undefined, path: string): string {
  return (entry !== undefined && 'source' in entry ? entry.source : undefined) ?? path;
}

/** A snapshot of texts in memory. `files` maps names below `root` (or absolute paths) to texts or entries. */
export function memorySnapshot(files: ReadonlyMap<string, string | Entry>, root = '/etc/fail2ban'): Snapshot {
  const entries = new Map<string, Entry>();
  const directories = new Map<string, Set<string>>();
  for (const [name, content] of files) {
    const path = plainPath(name.startsWith('/') ? name : `${root}/${name}`);
    entries.set(path, typeof content === 'string' ? { kind: 'text', text: content } : content);
    for (let slash = path.lastIndexOf('/'), end = path.length; slash > 0; ) {
      const directory = path.slice(0, slash);
      const names = directories.get(directory) ?? new Set<string>();
      directories.set(directory, names);
      names.add(path.slice(slash + 1, end));
      end = slash;
      slash = path.lastIndexOf('/', slash - 1);
    }
  }
  return {
    root,
    entry(path) {
      const plain = plainPath(path);
      return entries.get(plain) ?? (directories.has(plain) ? { kind: 'directory' } : undefined);
    },
    names: directory => sortByCodePoint([...(directories.get(plainPath(directory)) ?? [])]),
  };
}
