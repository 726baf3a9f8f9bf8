import { settingOf } from '../resolve/merge';
import type { SourceFile } from '../resolve/source';
import type { Duplicate, Option, Section } from '../syntax/tree';
import { excerpt } from '../text/excerpt';
import type { Span } from '../text/span';
import { lineEndOf, wholeLines } from '../text/whole-lines';
import type { DeclaredChange, Edit, Fix } from './fix';
import { isAmongFirst } from './line-fixes';
import { atSpan } from './place';

/** The fix for a section that stands twice: its lines go to where it stands first; of an option in both the last is kept. */
export function duplicateSectionFix(file: SourceFile, problem: Duplicate): Fix | undefined {
  const { text, sections } = file.tree;
  if (!isAmongFirst(file.tree, problem.span.start)) return undefined;
  const index = sections.findIndex(({ header }) => header.start === problem.span.start);
  const same = sections.slice(0, index).filter(({ name }) => name === problem.name);
  const [section, first] = [sections[index], same[0]];
  if (section === undefined || first === undefined) return undefined;
  // of options that stand twice the last
  const earlier = new Map(
    same.flatMap(each => each.options.map(option => [option.key, { section: each, option }] as const)),
  );
  const edits: Edit[] = [];
  const repeated: Option[] = [];
  const differing = new Set<string>();
  for (const option of section.options) {
    const old = earlier.get(option.key);
    if (old === undefined) continue;
    if (old.option.value === option.value) repeated.push(option);
    else {
      edits.push({ kind: 'remove', setting: settingOf(file, old.section, old.option) });
      differing.add(option.key);
    }
  }
  if (sections[index - 1] === first) {
    const header = wholeLines(text, section.header);
    const { end } = wholeLines(text, section.options.at(-1)?.valueLines.at(-1) ?? section.header);
    const at = atSpan(file, { start: header.start, end });
    const body = [{ start: header.end, end }];
    edits.push({ kind: 'replace', at, text: withoutOptions(text, body, repeated) });
  } else {
    const moved = blockOf(file, section);
    const lines = withoutOptions(text, moved.body, repeated);
    const { end } = wholeLines(text, first.options.at(-1)?.valueLines.at(-1) ?? first.header);
    edits.push(
      { kind: 'replace', at: atSpan(file, moved.all), text: '' },
      { kind: 'replace', at: atSpan(file, { start: end, end }), text: lines },
    );
  }
  const changes: readonly DeclaredChange[] = [{ section: problem.name.split('?', 1)[0]! }];
  const names = [...differing].slice(0, 3).join(', ');
  return {
    title: `put its lines below the first [${excerpt(problem.name)}]`,
    edits,
    changes,
    ...(differing.size > 0 && { decision: `which ${names} is meant` }),
  };
}

/** A section from the comment above its header to its last option, and the lines of it that stay: comment and options. */
function blockOf(
  { tree }: SourceFile,
  section: Section,
): {
  readonly all: Span;
  readonly body: readonly Span[];
} {
  const { text, lines } = tree;
  const at = lines.findIndex(line => line.end > section.header.start);
  let top = at;
  while (top > 0 && lines[top - 1]!.kind === 'comment') top--;
  if (top > 0 && lines[top - 1]!.kind !== 'blank') top = at;
  const { end } = wholeLines(text, section.options.at(-1)?.valueLines.at(-1) ?? section.header);
  const header = lines[at]!;
  const body = [
    { start: lines[top]!.start, end: header.start },
    { start: header.end, end },
  ];
  const below = lines.find(line => line.start >= end);
  if (below === undefined || below.kind === 'blank') {
    while (top > 0 && lines[top - 1]!.kind === 'blank') top--;
  }
  return { all: { start: lines[top]!.start, end }, body };
}

function withoutOptions(text: string, body: readonly Span[], left: readonly Option[]): string {
  const gaps = left.map(({ keySpan, delimiter, valueLines }) =>
    wholeLines(text, {
      start: keySpan.start,
      end: Math.max(delimiter.end, valueLines.at(-1)?.end ?? 0),
    }),
  );
  let result = '';
  for (const { start, end } of body) {
    let at = start;
    for (const gap of gaps.filter(each => each.start >= start && each.end <= end)) {
      result += text.slice(at, gap.start);
      at = gap.end;
    }
    result += text.slice(at, end);
  }
  return result === '' || /[\r\n]$/.test(result) ? result : result + lineEndOf(text);
}
