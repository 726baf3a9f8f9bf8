import { settingOf } from '../resolve/merge';
import type { SourceFile } from '../resolve/source';
import type { Option, Section, SyntaxProblem } from '../syntax/tree';
import { valueIndent } from '../syntax/value-indent';
import { excerpt } from '../text/excerpt';
import { nextLineEnd } from '../text/line-index';
import { lineEndOf, wholeLines } from '../text/whole-lines';
import type { DeclaredChange, Edit, Fix } from './fix';
import { isAmongFirst } from './line-fixes';
import { atSpan } from './place';

type Duplicate = Extract<SyntaxProblem, { kind: 'duplicate-option' | 'duplicate-section' }>;

/** Options of which every line counts, so that both of two may be meant. */
const lists = /^(?:logpath|failregex|ignoreregex|ignoreip|action.*|before|after|journalmatch|datepattern)$/;

interface Written {
  readonly section: Section;
  readonly option: Option;
}

/**
 * The fix for an option that stands twice: the lines of a list are put together; else the last is kept. Where both say the same, one
 * goes.
 */
export function duplicateOptionFix(file: SourceFile, problem: Duplicate): Fix | undefined {
  if (!isAmongFirst(file.tree, problem.span.start)) return undefined;
  const all = file.tree.sections
    .filter(section => section.name === problem.section)
    .flatMap(section => section.options.map(option => ({ section, option })))
    .filter(({ option }) => option.key === problem.name);
  const index = all.findIndex(({ option }) => option.keySpan.start === problem.span.start);
  const [last, now] = [all[index - 1], all[index]];
  if (last === undefined || now === undefined) return undefined;
  const changes = [{ section: problem.section, option: problem.name }];
  if (last.option.value === now.option.value)
    return { title: 'delete this one, it says the same again', edits: [remove(file, now)], changes };
  const added = linesOf(file, now.option).filter(line => !linesOf(file, last.option).includes(line));
  if (lists.test(problem.name) && last.option.value !== '' && added.length > 0) {
    return {
      title: `put both into one ${problem.name}`,
      edits: [addLines(file, last.option, added), remove(file, now)],
      changes,
      decision: `whether both values of ${problem.name} are meant`,
    };
  }
  return {
    title: `delete ${excerpt(`${problem.name} = ${last.option.value}`)} above`,
    edits: [remove(file, last)],
    changes,
    decision: `which ${problem.name} is meant`,
  };
}

function linesOf({ text }: SourceFile, { valueLines }: Option): readonly string[] {
  return valueLines.map(({ start, end }) => text.slice(start, end)).filter(line => line !== '');
}

function remove(file: SourceFile, { section, option }: Written): Edit {
  return { kind: 'remove', setting: settingOf(file, section, option) };
}

function addLines(file: SourceFile, option: Option, lines: readonly string[]): Edit {
  const { text } = file;
  const at = nextLineEnd(text, option.valueLines.at(-1)!.end);
  const indent = valueIndent(text, option);
  const added = lines.map(line => lineEndOf(text) + indent + line).join('');
  return { kind: 'replace', at: atSpan(file, { start: at, end: at }), text: added };
}

/** The fix for a section that stands twice: its lines go to where it stands first; of an option in both the last is kept. */
export function duplicateSectionFix(file: SourceFile, problem: Duplicate): Fix | undefined {
  const { text, sections } = file.tree;
  if (!isAmongFirst(file.tree, problem.span.start)) return undefined;
  const index = sections.findIndex(({ header }) => header.start === problem.span.start);
  const same = sections.slice(0, index).filter(({ name }) => name === problem.name);
  const [section, first] = [sections[index], same[0]];
  if (section === undefined || first === undefined) return undefined;
  const earlier = same.flatMap(each => each.options.map(option => ({ section: each, option })));
  const edits: Edit[] = [];
  const repeated: Option[] = [];
  const differing = new Set<string>();
  for (const option of section.options) {
    const old = earlier.findLast(each => each.option.key === option.key);
    if (old === undefined) continue;
    if (old.option.value === option.value) repeated.push(option);
    else {
      edits.push(remove(file, old));
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
  readonly all: { start: number; end: number };
  readonly body: readonly { start: number; end: number }[];
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

function withoutOptions(
  text: string,
  body: readonly { start: number; end: number }[],
  left: readonly Option[],
): string {
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
