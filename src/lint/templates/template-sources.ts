import type { SourceFile, Sources } from '../../resolve/source';
import type { Rendered } from '../../syntax/template/render';
import type { Option, Section, SyntaxTree } from '../../syntax/tree';
import type { Span } from '../../text/span';
import type { TrialResult } from './run-trial';
import type { TemplateFile } from './template-files';

/**
 * The files of a tree with the templates as they are written, for reports and fingerprints: their sections and options, those of all
 * branches, stand where the template has them.
 */
export function templateSources(
  sources: Sources,
  files: readonly TemplateFile[],
  results: readonly TrialResult[],
): Sources {
  const own = new Map<string, SourceFile>();
  for (const { file } of files) {
    const trees = results.flatMap(({ outcome, printed }) => {
      const rendered = printed.files.get(file.path);
      const tree = outcome.setup.sources(file.path)?.tree;
      return tree === undefined || rendered === undefined ? [] : [inTemplate(tree, rendered)];
    });
    const sections = mergeSections(trees.flat());
    own.set(file.path, { ...file, tree: { text: file.text, lines: [], sections, problems: [] } });
  }
  return path => own.get(path) ?? sources(path);
}

function inTemplate({ sections }: SyntaxTree, { map }: Rendered): readonly Section[] {
  const place = ({ start, end }: Span): Span => {
    const pieces = map.between(start, end);
    const first = pieces[0];
    const last = pieces.at(-1);
    if (first === undefined || last === undefined) return { start: 0, end: 0 };
    return {
      start: first.isLiteral ? first.start + Math.min(start - first.at, first.length) : first.start,
      end: last.isLiteral ? last.start + Math.min(end - last.at, last.length) : last.end,
    };
  };
  const option = ({ key, value, keySpan, delimiter, valueLines }: Option): Option => ({
    key,
    value,
    keySpan: place(keySpan),
    delimiter: place(delimiter),
    valueLines: valueLines.map(place),
  });
  return sections.map(({ name, header, nameSpan, options }) => ({
    name,
    header: place(header),
    nameSpan: place(nameSpan),
    options: options.map(option),
  }));
}

/** Each section and option once, by where it stands; in that order. */
function mergeSections(sections: readonly Section[]): readonly Section[] {
  const merged = new Map<number, { readonly section: Section; readonly options: Map<number, Option> }>();
  for (const section of sections) {
    const known = merged.get(section.header.start) ?? { section, options: new Map<number, Option>() };
    merged.set(section.header.start, known);
    for (const option of section.options)
      if (!known.options.has(option.keySpan.start)) known.options.set(option.keySpan.start, option);
  }
  return [...merged.values()]
    .sort((a, b) => a.section.header.start - b.section.header.start)
    .map(({ section, options }) => ({
      ...section,
      options: [...options.values()].sort((a, b) => a.keySpan.start - b.keySpan.start),
    }));
}
