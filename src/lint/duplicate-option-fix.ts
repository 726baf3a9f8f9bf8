import { settingOf } from '../resolve/merge';
import type { SourceFile } from '../resolve/source';
import type { Duplicate, Option, Section } from '../syntax/tree';
import { valueIndent } from '../syntax/value-indent';
import { excerpt } from '../text/excerpt';
import { nextLineEnd } from '../text/line-index';
import { lineEndOf } from '../text/whole-lines';
import type { Edit, Fix } from './fix';
import { isAmongFirst } from './line-fixes';
import { atSpan } from './place';

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
  const [before, now] = [all[index - 1], all[index]];
  if (before === undefined || now === undefined) return undefined;
  const changes = [{ section: problem.section, option: problem.name }];
  if (before.option.value === now.option.value)
    return { title: 'delete this one, it says the same again', edits: [remove(file, now)], changes };
  const there = new Set(linesOf(file, before.option));
  const added = linesOf(file, now.option).filter(line => !there.has(line));
  if (lists.test(problem.name) && before.option.value !== '' && added.length > 0) {
    return {
      title: `put both into one ${problem.name}`,
      edits: [addLines(file, before.option, added), remove(file, now)],
      changes,
      decision: `whether both values of ${problem.name} are meant`,
    };
  }
  return {
    title: `delete ${excerpt(`${problem.name} = ${before.option.value}`)} above`,
    edits: [remove(file, before)],
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
