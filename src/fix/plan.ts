import { joinPath, plainPath } from '../files/posix-path';
import type { Edit, Fix, SetEdit } from '../lint/fix';
import { locate } from '../lint/place';
import type { Setup } from '../resolve/setup';
import type { TextFile } from '../resolve/source';
import { optionAt } from '../syntax/option-at';
import { isOpaque } from '../text/opaque';
import { wholeLines } from '../text/whole-lines';
import { optionSpan, valueEdit } from './option-text';
import { familyOf, isOfPackage, localFile } from './owner';
import { setOptions } from './set-options';
import { type TextEdit, touch } from './text-edit';
import { writtenText } from './written-text';

/** What a fix does to the files, or why it can't be done. */
export type Plan =
  | { readonly kind: 'edits'; readonly edits: readonly TextEdit[]; readonly removed: readonly string[] }
  | { readonly kind: 'refused'; readonly why: string };

/**
 * Turns a fix into edits of texts. A file of the package is never among them: a change of a value there goes to the `.local` beside it;
 * anything else in such a file is refused, and so is what stands in a file that can't be read or lies outside the configuration.
 */
export function planFix(setup: Setup, { edits }: Pick<Fix, 'edits'>): Plan {
  const planned: TextEdit[] = [];
  const removed: string[] = [];
  const sets: SetEdit[] = [];
  for (const edit of edits) {
    if (edit.kind === 'set') {
      sets.push(edit);
      continue;
    }
    if (edit.kind === 'write') {
      if (isOfPackage(edit.name)) return ofPackage(edit.name);
      const path = joinPath(setup.snapshot.root, edit.name);
      if (edit.text === undefined) removed.push(path);
      else planned.push({ path, start: 0, end: textAt(setup, path).length, text: edit.text });
      continue;
    }
    if (edit.kind === 'create') {
      planned.push({ path: edit.path, start: 0, end: 0, text: edit.text });
      continue;
    }
    if (edit.kind === 'value' && isOfPackage(edit.setting.file.name)) {
      const { file, section, key: option } = edit.setting;
      sets.push({ kind: 'set', family: familyOf(file.name), section, option, value: edit.value });
      continue;
    }
    const { file, start, end, text } = charactersOf(setup, edit);
    if (file.entry.kind !== 'text') return { kind: 'refused', why: `${file.name} can not be read as text` };
    if (!isOfPackage(file.name)) planned.push({ path: file.path, start, end, text });
    else if (edit.kind === 'replace') {
      const redirected = inLocalFile(setup, file, start, end, text);
      if (redirected === undefined) return ofPackage(file.name);
      sets.push(redirected);
    } else return ofPackage(file.name);
  }
  planned.push(...setOptions(setup, sets));
  const foreign = [...planned.map(({ path }) => path), ...removed].find(path =>
    setup.snapshot.base?.holds(path),
  );
  if (foreign !== undefined)
    return { kind: 'refused', why: `${foreign} is not in the tree but in what it lies on` };
  if (planned.some(({ text }) => isOpaque(text)))
    return { kind: 'refused', why: 'it repeats a text of the package that is not known here' };
  const homeless = planned.find(({ path }) => setup.snapshot.entry(path) === undefined);
  if (homeless !== undefined && setup.snapshot.isScattered) {
    return {
      kind: 'refused',
      why: `it needs a new file, ${homeless.path}, and nothing tells where that is kept`,
    };
  }
  const clash = planned.some((edit, index) =>
    planned.slice(0, index).some(other => touch(edit, other) && edit.start !== edit.end),
  );
  return clash
    ? { kind: 'refused', why: 'its edits overlap' }
    : {
        kind: 'edits',
        // an include may lead to a file under another name
        edits: planned.map(edit => ({ ...edit, path: plainPath(edit.path) })),
        removed: removed.map(plainPath),
      };
}

function ofPackage(name: string): Plan {
  const why = `${name} belongs to the package, which replaces it at the next upgrade; the change has to go into ${localFile(name)}`;
  return { kind: 'refused', why };
}

function charactersOf(
  setup: Setup,
  edit: Exclude<Edit, SetEdit | { kind: 'write' | 'create' }>,
): { readonly file: TextFile; readonly start: number; readonly end: number; readonly text: string } {
  if (edit.kind === 'remove') {
    const { file, option } = edit.setting;
    return { file, ...wholeLines(file.text, optionSpan(option)), text: '' };
  }
  if (edit.kind === 'value') {
    const { file, option } = edit.setting;
    return { file, ...valueEdit(file, option, edit.value) };
  }
  const { file, span } = locate(edit.at, setup.sources);
  if (edit.kind === 'remove-lines') return { file, ...wholeLines(file.text, span), text: '' };
  return { file, ...span, text: edit.text };
}

function textAt({ snapshot }: Setup, path: string): string {
  const entry = snapshot.entry(path);
  return entry === undefined ? '' : writtenText(entry);
}

/** The same change of a value, as a setting of its own in the file that wins over that of the package. */
function inLocalFile(
  { sources }: Setup,
  { path, name }: TextFile,
  start: number,
  end: number,
  text: string,
): SetEdit | undefined {
  const tree = sources(path)?.tree;
  const option = tree && optionAt(tree, start);
  const section = tree?.sections.find(each => option !== undefined && each.options.includes(option));
  if (option === undefined || section === undefined) return undefined;
  let value = '';
  let isDone = false;
  option.valueLines.forEach((line, index) => {
    if (index > 0) value += '\n';
    const holds = line.start <= start && end <= line.end;
    isDone ||= holds;
    value += holds
      ? tree!.text.slice(line.start, start) + text + tree!.text.slice(end, line.end)
      : tree!.text.slice(line.start, line.end);
  });
  if (!isDone) return undefined;
  return { kind: 'set', family: familyOf(name), section: section.name, option: option.key, value };
}
