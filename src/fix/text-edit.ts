/** Characters of a file that get another text; offsets are those of the file as it was read. */
export interface TextEdit {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Whether two edits can't be made together, as they touch: at one offset nobody knows which text comes first. */
export function touch(a: TextEdit, b: TextEdit): boolean {
  return a.path === b.path && a.start <= b.end && b.start <= a.end;
}

/** The text with all edits made; they must not overlap. Those at one offset come in the order given. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < at) throw new Error(`edits overlap in ${edit.path}`);
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}
