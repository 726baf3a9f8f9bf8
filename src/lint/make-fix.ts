import type { Setting } from '../resolve/setting';
import type { Setup } from '../resolve/setup';
import type { SourceFile } from '../resolve/source';
import type { Option, Section } from '../syntax/tree';
import type { DeclaredChange, Fix } from './fix';
import { atSpan, locate, type Place } from './place';

/** Other characters at a place; the value of the option they stand in may change with them, and what is made from it. */
export function replaceText({ sources }: Setup, title: string, at: Place, text: string): Fix {
  const { file, span } = locate(at, sources);
  const tree = sources(file.path)?.tree;
  const changes = (tree?.sections ?? []).flatMap(section =>
    section.options
      .filter(option => holds(option, span.start))
      .map(option => ({ section: section.name, option: option.key })),
  );
  return { title, edits: [{ kind: 'replace', at, text }], changes };
}

function holds({ keySpan, delimiter, valueLines }: Option, offset: number): boolean {
  const end = Math.max(delimiter.end, valueLines.at(-1)?.end ?? 0);
  return keySpan.start <= offset && offset <= end;
}

/** Another value, without `%`, in place of the one a setting gives. */
export function replaceValue(title: string, setting: Setting, value: string): Fix {
  return {
    title,
    edits: [{ kind: 'value', setting, value: value.replaceAll('%', '%%') }],
    changes: [changeOf(setting, value)],
  };
}

/** Another name for an option, its value as it is. */
export function renameOption(file: SourceFile, section: Section, option: Option, name: string): Fix {
  return {
    title: `write ${name} for ${option.key}`,
    edits: [{ kind: 'replace', at: atSpan(file, option.keySpan), text: name }],
    changes: [option.key, name].map(each => ({ section: section.name, option: each })),
  };
}

/** Takes an option out. */
export function removeOption(title: string, setting: Setting): Fix {
  return { title, edits: [{ kind: 'remove', setting }], changes: [changeOf(setting)] };
}

/** The change of the value a setting gives. */
export function changeOf({ section, key }: Setting, to?: string): DeclaredChange {
  return { section, option: key, ...(to !== undefined && { to }) };
}
