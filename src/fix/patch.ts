import { formatPatch, type StructuredPatchHunk, structuredPatch } from 'diff';

/** A text before and after; undefined where there is no file. */
export interface TextChange {
  /** Path of the file from the directory in which the patch is to be applied; slashes in front are left out. */
  readonly name: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

const context = 3;

/** Lines taken out and put in up to which the shortest way is looked for; the time grows with its square (0.25 s for 1,500). */
const longestSearch = 1500;

/**
 * A patch that `git apply` and `patch -p1` take, in the order of the changes; empty where nothing changes. Line ends stay as
 * they are. Texts that have little in common are told as one replaced block.
 */
export function unifiedDiff(changes: readonly TextChange[]): string {
  return changes
    .filter(({ before, after }) => before !== after)
    .map(filePatch)
    .join('');
}

function filePatch({ name, before, after }: TextChange): string {
  const path = name.replace(/^\/+/, '');
  const text = formatPatch({
    isGit: true,
    isCreate: before === undefined,
    isDelete: after === undefined,
    oldFileName: before === undefined ? '/dev/null' : `a/${path}`,
    newFileName: after === undefined ? '/dev/null' : `b/${path}`,
    oldHeader: undefined,
    newHeader: undefined,
    hunks: hunks(before ?? '', after ?? ''),
  });
  const end = text.indexOf('\n@@ ');
  return end < 0 ? text + indexOfEmpty(before) : endNames(text.slice(0, end)) + text.slice(end);
}

/** An empty file that comes or goes has no lines to tell of. GNU patch takes it by its number in git. */
function indexOfEmpty(before: string | undefined): string {
  return before === undefined ? 'index 0000000..e69de29\n' : 'index e69de29..0000000\n';
}

/** GNU patch takes a name up to its first space, unless there is a tab behind it. */
function endNames(header: string): string {
  return header.replace(/^(?:---|\+\+\+) .* .*$/gm, '$&\t');
}

function hunks(before: string, after: string): StructuredPatchHunk[] {
  const found = structuredPatch('', '', before, after, '', '', { context, maxEditLength: longestSearch });
  return found?.hunks ?? [replacedBlock(linesOf(before), linesOf(after))];
}

/** All between the first and the last line that differ. */
function replacedBlock(before: readonly string[], after: readonly string[]): StructuredPatchHunk {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const first = Math.max(0, start - context);
  const end = before.length - tail;
  const last = Math.min(before.length, end + context);
  const lines = [
    ...before.slice(first, start).map(line => ` ${line}`),
    ...before.slice(start, end).map(line => `-${line}`),
    ...after.slice(start, after.length - tail).map(line => `+${line}`),
    ...before.slice(end, last).map(line => ` ${line}`),
  ];
  return {
    oldStart: first + 1,
    oldLines: last - first,
    newStart: first + 1,
    newLines: last - first + after.length - before.length,
    lines: lines.flatMap(line =>
      line.endsWith('\n') ? [line.slice(0, -1)] : [line, '\\ No newline at end of file'],
    ),
  };
}

function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}
