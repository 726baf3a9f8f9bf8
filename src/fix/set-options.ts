import { joinPath } from '../files/posix-path';
import type { SetEdit } from '../lint/fix';
import type { Family } from '../resolve/family';
import type { Setting } from '../resolve/setting';
import type { Setup } from '../resolve/setup';
import type { SourceFile } from '../resolve/source';
import { lineEndOf, wholeLines } from '../text/whole-lines';
import { valueEdit, writeOptions } from './option-text';
import { isOfPackage } from './owner';
import type { TextEdit } from './text-edit';

/**
 * The edits that set options where that takes effect: the line in force is changed if it is the admin's, else a line is added behind
 * it, in the last file of the admin that has the section, or in the `.local` of the family. Throws nothing; whether it takes effect
 * is for the proof.
 */
export function setOptions(setup: Setup, edits: readonly SetEdit[]): readonly TextEdit[] {
  const planned: TextEdit[] = [];
  const added = new Map<string, Addition>();
  for (const edit of edits) {
    const family = loadFamily(setup, edit.family);
    const setting = settingOf(family, edit);
    if (setting !== undefined && isAdmins(setting.file)) {
      planned.push({ path: setting.file.path, ...valueEdit(setting.file, setting.option, edit.value) });
      continue;
    }
    const path = fileFor(setup, family, edit, setting);
    const key = `${path}\n${edit.section}`;
    const addition = added.get(key) ?? { path, section: edit.section, options: new Map() };
    added.set(key, addition);
    addition.options.set(edit.option, edit.value);
  }
  return [...planned, ...writeAdditions(setup, [...added.values()])];
}

interface Addition {
  readonly path: string;
  readonly section: string;
  readonly options: Map<string, string>;
}

function loadFamily(setup: Setup, name: string): Family {
  if (name === 'jail') return setup.jailFamily;
  return name === 'fail2ban' ? setup.daemon.family : setup.loadAlone(name);
}

function settingOf({ defaults, sections }: Family, { section, option }: SetEdit): Setting | undefined {
  return (section === 'DEFAULT' ? defaults : sections.get(section))?.get(option);
}

function isAdmins({ name, entry }: SourceFile): boolean {
  return entry.kind === 'text' && !isOfPackage(name);
}

function fileFor(setup: Setup, { base, files }: Family, edit: SetEdit, inForce: Setting | undefined): string {
  const behind = inForce === undefined ? files : files.slice(files.lastIndexOf(inForce.file) + 1);
  const own = behind.findLast(file => isAdmins(file) && sectionIn(file, edit.section) !== undefined);
  return own?.path ?? joinPath(setup.snapshot.root, `${base}.local`);
}

function sectionIn(file: SourceFile, name: string) {
  return file.tree.sections.findLast(section => section.name === name);
}

function writeAdditions(setup: Setup, additions: readonly Addition[]): readonly TextEdit[] {
  const begun = new Set<string>();
  return additions.map(({ path, section: name, options }) => {
    const file = setup.sources(path);
    const section = file && sectionIn(file, name);
    const lines = writeOptions(options, file, section);
    if (file !== undefined && section !== undefined) {
      const lastLine = section.options.at(-1)?.valueLines.at(-1) ?? section.header;
      const { end } = wholeLines(file.text, lastLine);
      return { path, start: end, end, text: endsLine(file.text, end) + lines };
    }
    const text = file?.text ?? '';
    const lineEnd = lineEndOf(text);
    const before = begun.has(path)
      ? lineEnd
      : text === ''
        ? headerOf(path)
        : endsLine(text, text.length) + lineEnd;
    begun.add(path);
    return { path, start: text.length, end: text.length, text: `${before}[${name}]${lineEnd}${lines}` };
  });
}

/** A line end where the last line of a text lacks it. */
function endsLine(text: string, at: number): string {
  return at === 0 || /[\r\n]/.test(text[at - 1]!) ? '' : lineEndOf(text);
}

function headerOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.local$/, '.conf');
  return `# settings of this host: they win over ${name}, which the package replaces at every upgrade\n\n`;
}
