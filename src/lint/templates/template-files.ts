import { joinPath } from '../../files/posix-path';
import type { Snapshot } from '../../files/snapshot';
import { readTextFile, type TextFile } from '../../resolve/source';
import { stripsIndent } from '../../syntax/template/jinja';
import { parseTemplate, type Template } from '../../syntax/template/template';
import { createWays, type Way } from './choice-tree';
import { type Written, writtenIn } from './written';

/** A file that is made from a template. */
export interface TemplateFile {
  /** The template itself. */
  readonly file: TextFile;
  readonly template: Template;
  /** The same where white space before statements is printed; undefined where that makes no difference. */
  readonly indented: Template | undefined;
  readonly written: Written;
  /** What has to be printed for what stands at an offset to be. */
  wayTo(offset: number): Way;
}

/** Names of options that the files of the package set for others to refer to, as `sshd_log`. */
function namesSet(snapshot: Snapshot): ReadonlySet<string> {
  const names = new Set<string>();
  for (const directory of [snapshot.root, joinPath(snapshot.root, 'filter.d')]) {
    for (const name of snapshot.names(directory)) {
      if (!/^(?:jail|fail2ban|paths-.+|.*common)\.conf$/.test(name)) continue;
      const entry = snapshot.entry(joinPath(directory, name));
      if (entry?.kind !== 'text') continue;
      for (const [, key] of entry.text.matchAll(/^(\w[\w.-]*)[ \t]*[=:]/gm)) names.add(key!.toLowerCase());
    }
  }
  return names;
}

/** The templates of a snapshot. */
export function templateFiles(snapshot: Snapshot): readonly TemplateFile[] {
  const names = namesSet(snapshot);
  return (snapshot.templates ?? []).flatMap(path => {
    const file = readTextFile(snapshot, path);
    if (file?.entry.kind !== 'text' || file.entry.template === undefined) return [];
    const { text, template: kind } = file.entry;
    const template = parseTemplate(text, kind);
    const mayIndent = kind === 'jinja' && /^[ \t]+\{[%#]/m.test(text) && !stripsIndent(text);
    const indented = mayIndent ? parseTemplate(text, kind, true) : undefined;
    return [{ file, template, indented, written: writtenIn(text, names), wayTo: createWays(template) }];
  });
}
