import { plainPath } from '../files/posix-path';
import { type Entry, type Snapshot, sourceOf } from '../files/snapshot';
import { parse } from '../syntax/parse';
import type { Option, SyntaxTree } from '../syntax/tree';
import type { Text } from '../text/text';

/** A file with its text. */
export interface TextFile {
  /** As fail2ban writes it: the configuration directory joined with the name, nothing normalised. */
  readonly path: string;
  /** Below the configuration directory, whatever way leads there: `jail.d/x.conf`; the path for a file that lies elsewhere. */
  readonly name: string;
  readonly entry: Entry;
  /** Of a file that can't be decoded: what stands before the bad byte. Empty for what can't be read. */
  readonly text: string;
}

/** One file of fail2ban's configuration. */
export interface SourceFile extends TextFile {
  readonly tree: SyntaxTree;
}

/** Where a file lies: its path, but for one that stands for another name. */
export function sourcePath({ path, entry }: TextFile): string {
  return plainPath(sourceOf(entry, path));
}

/** Gives the files of a snapshot by path, each parsed once; undefined where nothing exists. */
export type Sources = (path: string) => SourceFile | undefined;

/** A file that a fix leaves alone is not parsed again for the tree with the fix. */
const parsed = new WeakMap<Entry, SyntaxTree>();

export function createSources(snapshot: Snapshot): Sources {
  const known = new Map<string, SourceFile | undefined>();
  return path => {
    let file = known.get(path);
    if (file === undefined && !known.has(path)) {
      const found = readTextFile(snapshot, path);
      file = found && { ...found, tree: treeOf(found) };
      known.set(path, file);
    }
    return file;
  };
}

/** A file of any kind; undefined where nothing exists. */
export function readTextFile(snapshot: Snapshot, path: string): TextFile | undefined {
  const entry = snapshot.entry(path);
  return entry && { path, name: nameBelow(snapshot.root, path), entry, text: textOf(entry) };
}

function treeOf({ entry, text }: TextFile): SyntaxTree {
  const tree = parsed.get(entry) ?? parse(text);
  parsed.set(entry, tree);
  return tree;
}

function nameBelow(root: string, path: string): string {
  const plain = plainPath(path);
  const above = `${plainPath(root)}/`;
  return plain.startsWith(above) ? plain.slice(above.length) : path;
}

function textOf(entry: Entry): string {
  if (entry.kind === 'text') return entry.text;
  return entry.kind === 'undecodable' ? entry.head : '';
}

/** The value of an option with the places of its lines. */
export function optionText(file: SourceFile, option: Option): Text {
  return { value: option.value, origin: { kind: 'lines', file: file.path, lines: option.valueLines } };
}
