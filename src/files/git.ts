import { spawnSync } from 'node:child_process';
import { decode } from './decode';
import { type Entry, memorySnapshot, type Snapshot } from './snapshot';

/** Files of one revision of a repository, by path from its top; what is no file of text there has its reason. */
export type RevisionFiles = ReadonlyMap<string, Entry>;

export type GitAnswer<Value> =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'failed'; readonly reason: string };

/** Larger ones are no configuration. */
const largestOutput = 1024 * 1024 * 1024;

/**
 * The files below a directory (from the top of the repository; '' for all) in a revision, read by git: the one program that is ever run.
 * Nothing of the repository's own settings makes it run another.
 */
export function readRevision(revision: string, below: string): GitAnswer<RevisionFiles> {
  const commit = git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
  if (commit.kind === 'failed') return commit;
  const id = commit.value.toString().trim();
  const listed = git(['ls-tree', '-r', '-z', '--full-tree', id, ...(below === '' ? [] : ['--', below])]);
  if (listed.kind === 'failed') return listed;
  const files = listed.value
    .toString()
    .split('\0')
    .flatMap(line => {
      const [, mode, kind, object, path] = /^(\d+) (\w+) (\w+)\t([\s\S]+)$/.exec(line) ?? [];
      return kind === 'blob' ? [{ mode: mode!, object: object!, path: path! }] : [];
    });
  const contents = readObjects(files.map(({ object }) => object));
  if (contents.kind === 'failed') return contents;
  const found = new Map(files.map(({ path }, index) => [path, contents.value[index]!]));
  const links = new Set(files.filter(({ mode }) => mode === '120000').map(({ path }) => path));
  return { kind: 'value', value: new Map(files.map(({ path }) => [path, entryAt(path, found, links)])) };
}

/** Directory of the repository's top, as `git` names it for the working directory. */
export function repositoryTop(directory: string): GitAnswer<string> {
  const answer = git(['-C', directory, 'rev-parse', '--show-toplevel']);
  return answer.kind === 'failed'
    ? answer
    : { kind: 'value', value: answer.value.toString().replace(/\n$/, '') };
}

/** The files below a directory of a revision, as a configuration directory of that path. */
export function revisionSnapshot(files: RevisionFiles, directory: string, root: string): Snapshot {
  const start = directory === '' ? '' : `${directory}/`;
  const inside = [...files].filter(([path]) => path.startsWith(start));
  return memorySnapshot(new Map(inside.map(([path, entry]) => [path.slice(start.length), entry])), root);
}

/** Links are followed within the revision, as a checkout would; one that leads out of it is told. */
function entryAt(path: string, contents: ReadonlyMap<string, Buffer>, links: ReadonlySet<string>): Entry {
  let at = path;
  for (let steps = 0; links.has(at); steps++) {
    if (steps > 40) return { kind: 'unreadable', reason: 'a loop of symbolic links' };
    const target = contents.get(at)!.toString();
    if (target.startsWith('/'))
      return { kind: 'unreadable', reason: 'a link that leads out of the repository' };
    at = plain(`${at.slice(0, at.lastIndexOf('/') + 1)}${target}`);
  }
  const content = contents.get(at);
  return content === undefined
    ? { kind: 'unreadable', reason: 'a link to what is not in this revision' }
    : decode(content);
}

function plain(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** The contents of objects, in their order, by one run of `git cat-file`. */
function readObjects(objects: readonly string[]): GitAnswer<readonly Buffer[]> {
  const answer = git(['cat-file', '--batch'], objects.map(object => `${object}\n`).join(''));
  if (answer.kind === 'failed') return answer;
  const contents: Buffer[] = [];
  let at = 0;
  for (const object of objects) {
    const end = answer.value.indexOf('\n', at);
    const [, size] = /^\w+ blob (\d+)$/.exec(answer.value.subarray(at, end).toString()) ?? [];
    if (size === undefined) return { kind: 'failed', reason: `git has no object ${object}` };
    contents.push(answer.value.subarray(end + 1, end + 1 + Number(size)));
    at = end + 2 + Number(size);
  }
  return { kind: 'value', value: contents };
}

function git(args: readonly string[], input = ''): GitAnswer<Buffer> {
  const { status, stdout, stderr, error } = spawnSync(
    'git',
    ['--no-pager', '--no-optional-locks', '-c', 'core.fsmonitor=false', ...args],
    { input, maxBuffer: largestOutput },
  );
  if (error !== undefined) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return { kind: 'failed', reason: isMissing ? 'git is not installed' : error.message };
  }
  if (status === 0) return { kind: 'value', value: stdout };
  return { kind: 'failed', reason: stderr.toString().trim().split('\n')[0] || 'git knows no such revision' };
}
