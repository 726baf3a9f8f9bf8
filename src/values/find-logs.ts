import { isPattern, nameMatches } from './path-pattern';

/** What a path or pattern of `logpath` takes in. */
export interface FoundLog {
  readonly path: string;
  /** Patterns take in directories too, which fail2ban can't read. */
  readonly isDirectory: boolean;
}

/** What there is on a host for a path or pattern of `logpath`; a relative one starts at `/`, as services of systemd do. */
export type FindLogs = (pattern: string) => readonly FoundLog[];

/** No system call takes a longer one (`PATH_MAX` of Linux). */
const longestPath = 4096;

interface Node {
  readonly path: string;
  /** Undefined for the root. */
  readonly parent: Node | undefined;
  readonly children: Map<string, Node>;
}

/**
 * Looks patterns up among the absolute paths of all log files of a host as Python's `glob` does on its disk (`_glob` of
 * client/jailreader.py): without `**`, and a directory is one that holds one of the files. Devices are always there.
 */
export function logFinder(files: readonly string[]): FindLogs {
  const root: Node = { path: '', parent: undefined, children: new Map() };
  for (const file of files) addFile(root, file);
  const known = new Map<string, readonly FoundLog[]>();
  return pattern => {
    const found = known.get(pattern) ?? find(root, pattern);
    known.set(pattern, found);
    return found;
  };
}

function addFile(root: Node, file: string): void {
  let node = root;
  for (const name of file.split('/')) {
    if (name === '..') node = node.parent ?? node;
    if (name === '' || name === '.' || name === '..') continue;
    let child = node.children.get(name);
    if (child === undefined) {
      child = { path: `${node.path}/${name}`, parent: node, children: new Map() };
      node.children.set(name, child);
    }
    node = child;
  }
}

function find(root: Node, pattern: string): readonly FoundLog[] {
  if (/^\/dev\/[^/*?[]+$/.test(pattern)) return [{ path: pattern, isDirectory: false }];
  if (pattern.length > longestPath) return [];
  let nodes: ReadonlySet<Node> = new Set([root]);
  for (const part of pattern.split('/')) nodes = new Set([...nodes].flatMap(node => step(node, part)));
  return [...nodes].map(node => ({ path: node.path || '/', isDirectory: isDirectory(node) }));
}

function step(node: Node, part: string): readonly Node[] {
  if (!isDirectory(node)) return [];
  if (part === '' || part === '.') return [node];
  if (part === '..') return [node.parent ?? node];
  if (isPattern(part)) return [...node.children.values()].filter(child => nameMatches(part, nameOf(child)));
  const child = node.children.get(part);
  return child === undefined ? [] : [child];
}

function isDirectory({ parent, children }: Node): boolean {
  return parent === undefined || children.size > 0;
}

function nameOf({ path }: Node): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
