import { grouped } from '../../text/grouped';
import type { TreePlace } from './tree-name';

/** A file found, with where it belongs. */
export interface PlacedFile extends TreePlace {
  /** From the directory that was searched. */
  readonly path: string;
}

/** Files that are one configuration together. */
export interface FileGroup {
  /** The directory that stands for the configuration directory, or, where they lie in several, what holds them all. */
  readonly directory: string;
  /** Names below the configuration directory -> paths. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * The configurations that files belong to: those of one role, cookbook or module (its `files` and `templates`) are one, else those of one
 * directory. Where several files have the same name (for Debian, for Red Hat), each of their directories is a configuration of its own,
 * with the files there is only one of.
 */
export function groupFiles(files: readonly PlacedFile[]): readonly FileGroup[] {
  const byHolder = grouped(files.map(file => [holderOf(file), file]));
  return [...byHolder].flatMap(([holder, held]) => separated(holder, held));
}

/** What is above the first `templates` or `files`, for a file below one; else the directory that stands for the configuration. */
function holderOf({ directory }: PlacedFile): string {
  const segments = directory === '.' ? [] : directory.split('/');
  const index = segments.findIndex(each => /^(?:templates?|files?)$/.test(each));
  if (index === -1) return directory;
  return segments.slice(0, index).join('/') || '.';
}

function separated(holder: string, files: readonly PlacedFile[]): readonly FileGroup[] {
  const counts = new Map<string, number>();
  for (const { name } of files) counts.set(name, (counts.get(name) ?? 0) + 1);
  const single = files.filter(({ name }) => counts.get(name) === 1);
  if (single.length === files.length) return [group(holder, files)];
  const versions: PlacedFile[][] = [];
  for (const file of files) {
    if (counts.get(file.name) === 1) continue;
    // a template beside the file of its name is a version of its own, too
    const fitting = versions.find(
      ([first, ...more]) =>
        first!.directory === file.directory && [first!, ...more].every(each => each.name !== file.name),
    );
    if (fitting === undefined) versions.push([file]);
    else fitting.push(file);
  }
  return versions.map(version => group(version[0]!.directory, [...version, ...single]));
}

function group(holder: string, files: readonly PlacedFile[]): FileGroup {
  const directories = new Set(files.map(({ directory }) => directory));
  const [only] = directories.size === 1 ? directories : [holder];
  return {
    directory: only!,
    files: new Map(files.map(({ name, path }) => [name, path])),
  };
}
