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

/** Seconds of comparing names, which only patterns made for that take; what is looked for afterwards is taken as there. */
const mostWork = 8_000_000;

interface Node {
  readonly path: string;
  /** Undefined for the root. */
  readonly parent: Node | undefined;
  readonly children: Map<string, Node>;
  /** `closed`: a directory of which nobody knows what else is in it. `guessed`: what may be there. */
  kind: 'known' | 'closed' | 'guessed';
}

/**
 * Looks patterns up among the absolute paths of all log files of a host as Python's `glob` does on its disk (`_glob` of
 * client/jailreader.py): without `**`, and a directory is one that holds one of the files. Devices are always there, and so is
 * whatever is looked for in an `unreadable` directory.
 */
export function logFinder(files: readonly string[], unreadable: readonly string[] = []): FindLogs {
  const root = newNode('', undefined);
  for (const file of files) addPath(root, file);
  for (const directory of unreadable) addPath(root, directory).kind = 'closed';
  const known = new Map<string, readonly FoundLog[]>();
  let work = 0;
  return pattern => {
    const found = known.get(pattern) ?? find(pattern);
    known.set(pattern, found);
    return found;
  };

  function find(pattern: string): readonly FoundLog[] {
    const isDevice = /^\/dev\/[^/*?[]+$/.test(pattern);
    if (pattern.length > longestPath) return [];
    let nodes: ReadonlySet<Node> = new Set([root]);
    for (const part of isDevice ? [] : pattern.split('/')) {
      if (work < mostWork) nodes = new Set([...nodes].flatMap(node => step(node, part)));
    }
    if (isDevice || work >= mostWork) return [{ path: pattern, isDirectory: false }];
    return [...nodes].map(node => ({
      path: node.path || '/',
      isDirectory: node.kind !== 'guessed' && canEnter(node),
    }));
  }

  function step(node: Node, part: string): readonly Node[] {
    work++;
    if (!canEnter(node)) return [];
    if (part === '' || part === '.') return [node];
    if (part === '..') return [node.parent ?? node];
    const child = node.children.get(part);
    if (child !== undefined && !isPattern(part)) return [child];
    const matching = isPattern(part) ? [...node.children].filter(([name]) => matches(part, name)) : [];
    const found = matching.map(([, each]) => each);
    return node.kind === 'known' ? found : [...found, guess(node, part)];
  }

  function matches(part: string, name: string): boolean {
    work += 1 + ((part.length * name.length) >> 4);
    return work < mostWork && nameMatches(part, name);
  }
}

function newNode(path: string, parent: Node | undefined): Node {
  return { path, parent, children: new Map(), kind: 'known' };
}

function addPath(root: Node, path: string): Node {
  let node = root;
  for (const name of path.split('/')) {
    if (name === '..') node = node.parent ?? node;
    if (name === '' || name === '.' || name === '..') continue;
    let child = node.children.get(name);
    if (child === undefined) {
      child = newNode(`${node.path}/${name}`, node);
      node.children.set(name, child);
    }
    node = child;
  }
  return node;
}

function guess(parent: Node, name: string): Node {
  return { ...newNode(`${parent.path}/${name}`, parent), kind: 'guessed' };
}

function canEnter({ parent, children, kind }: Node): boolean {
  return parent === undefined || children.size > 0 || kind !== 'known';
}
