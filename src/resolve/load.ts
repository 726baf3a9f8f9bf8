import { directoryOf, joinPath, withoutExtension } from '../files/posix-path';
import type { Snapshot } from '../files/snapshot';
import { isAtLeast, type Release } from '../knowledge/release';
import { stopsReading } from '../syntax/tree';
import { type Family, familyPaths, type Include, type LoadFailure } from './family';
import { merge } from './merge';
import { readOption } from './read-option';
import type { Setting } from './setting';
import type { SourceFile, Sources } from './source';

/**
 * What the includes of a file list came to, by the list. fail2ban keeps this for a whole run, whatever chain of includes led
 * to the list first (client/configparserinc.py).
 */
export type IncludeCache = Map<string, readonly SourceFile[]>;

export interface LoadContext {
  readonly snapshot: Snapshot;
  readonly sources: Sources;
  readonly release: Release;
  readonly includes: IncludeCache;
}

/** Python 3.11 runs out of stack at some 485 files that include each other (measured with `fail2ban-client -t`). */
const deepest = 480;

/** Files that include two others each are doubled at every step; fail2ban would fill the memory of the machine. */
const mostFiles = 100_000;

/** What is noticed on the way, in order. */
interface Notes {
  readonly skipped: Set<SourceFile>;
  readonly missing: Include[];
  readonly cycles: Include[];
  readonly failures: LoadFailure[];
  readonly failed: Set<SourceFile>;
  /** Set once includes have gone too far: fail2ban stops there. */
  stopped: boolean;
}

/** Loads the files of `base` (`jail`, `filter.d/sshd`, an absolute path, …) and merges them. */
export function loadFamily(context: LoadContext, base: string): Family {
  const notes: Notes = {
    skipped: new Set(),
    missing: [],
    cycles: [],
    failures: [],
    failed: new Set(),
    stopped: false,
  };
  const own = familyPaths(context.snapshot, joinPath(context.snapshot.root, base));
  const files = expandList(context, own, [], notes).filter(file => isRead(file));
  const readPaths = new Set(files.map(file => file.path));
  const complete = own.every(path => readPaths.has(path));
  return {
    base,
    ...merge(files),
    skipped: [...notes.skipped],
    missingIncludes: notes.missing,
    cycles: notes.cycles,
    failures: notes.failures,
    read: files.length > 0 && (complete || !isAtLeast(context.release, '1.1.1')),
  };
}

/** The files of a list with their includes; a `.local` beside each of them joins in where the list hasn't got it. */
function expandList(
  context: LoadContext,
  paths: readonly string[],
  above: readonly string[],
  notes: Notes,
): readonly SourceFile[] {
  const listed = paths.flatMap(path => {
    const local = `${withoutExtension(path)}.local`;
    const entry = paths.includes(local) ? undefined : context.snapshot.entry(local);
    return entry === undefined || entry.kind === 'directory' ? [path] : [path, local];
  });
  const key = listed.join('\u0001');
  const known = context.includes.get(key);
  if (known !== undefined) return known;
  const files = listed.flatMap(path => expandFile(context, path, above, notes));
  if (!notes.stopped) context.includes.set(key, files);
  return files;
}

/** `before`, the file, `after`. A file above in the chain is left out; the including file itself doesn't count. */
function expandFile(
  context: LoadContext,
  path: string,
  above: readonly string[],
  notes: Notes,
): readonly SourceFile[] {
  const file = context.sources(path);
  if (file === undefined) return [];
  noteProblems(file, notes);
  if (!isRead(file)) {
    if (!path.endsWith('/')) notes.skipped.add(file);
    return [];
  }
  const { before, after } = includesOf(file, notes);
  const include = ({ name, setting }: IncludedName) => {
    const target = joinPath(directoryOf(path), name);
    if (notes.stopped) return [];
    if (above.includes(target)) {
      notes.cycles.push({ path: target, setting });
      return [];
    }
    if (name !== '' && context.sources(target) === undefined) notes.missing.push({ path: target, setting });
    const files =
      above.length >= deepest ? undefined : expandList(context, [target], [...above, path], notes);
    if (files === undefined || files.length > mostFiles) notes.stopped = true;
    if (!notes.stopped) return files ?? [];
    // the file the chain started from is the one to look at
    if (above.length === 0) notes.failures.push({ kind: 'include-depth', setting });
    return [];
  };
  return [...before.flatMap(include), file, ...after.flatMap(include)];
}

function isRead(file: SourceFile): boolean {
  return file.entry.kind === 'text';
}

/** A file that can't be decoded only counts for the mistakes Python meets before the bad byte and stops at. */
function noteProblems(file: SourceFile, notes: Notes): void {
  if (notes.failed.has(file)) return;
  notes.failed.add(file);
  for (const problem of file.tree.problems) {
    if (isRead(file) || stopsReading(problem)) notes.failures.push({ kind: 'syntax', file, problem });
  }
}

interface IncludedName {
  readonly name: string;
  readonly setting: Setting;
}

const noIncludes = { before: [], after: [] };

/** The names in `before` and `after`, which are read with the file's own `[INCLUDES]` and `[DEFAULT]` alone. */
function includesOf(
  file: SourceFile,
  notes: Notes,
): { before: readonly IncludedName[]; after: readonly IncludedName[] } {
  if (!file.tree.sections.some(section => section.name === 'INCLUDES')) return noIncludes;
  const merged = merge([file], false);
  const namesIn = (option: string): readonly IncludedName[] => {
    const { setting, result } = readOption({ merged }, 'INCLUDES', option);
    if (setting === undefined) return [];
    if (result.kind === 'error') notes.failures.push({ kind: 'include', setting, error: result.error });
    if (result.kind !== 'text') return [];
    return result.text.value.split('\n').map(name => ({ name, setting }));
  };
  return { before: namesIn('before'), after: namesIn('after') };
}
