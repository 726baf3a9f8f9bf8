import { namesOfFormat } from '../knowledge/options';
import type { Option } from '../syntax/tree';
import type { Span } from '../text/span';
import type { TreeFile } from './tree-files';

/** A character that looks like another one, or like none. */
export interface OddCharacter {
  readonly span: Span;
  /** What it is, in words. */
  readonly name: string;
  /** In what it stands: a name, or the value of an option. */
  readonly option: string | undefined;
}

const odd = /[\u00a0\u200b-\u200f\ufeff\u2013\u2018\u2019\u201c\u201d]/;

const names: ReadonlyMap<string, string> = new Map([
  ['\u00a0', 'a no-break space'],
  ['\u200b', 'a zero-width space'],
  ['\u200c', 'a zero-width non-joiner'],
  ['\u200d', 'a zero-width joiner'],
  ['\u200e', 'a left-to-right mark'],
  ['\u200f', 'a right-to-left mark'],
  ['\ufeff', 'a byte order mark'],
  ['\u2013', 'a dash (\u2013) instead of a hyphen'],
]);

/** Regexes may match such a character on purpose. */
const regexOptions: ReadonlySet<string> = new Set(
  namesOfFormat('regexes', 'regex', 'date-pattern', 'journal-matches'),
);

/**
 * The first odd character of each name and of each line of a value. Comments are left out, and so are regexes and the commands of
 * actions, which may mean what they say.
 */
export function findOddCharacters({ file, kind }: TreeFile): readonly OddCharacter[] {
  const { text, sections } = file.tree;
  if (!odd.test(text)) return [];
  const find = (span: Span, option?: string): readonly OddCharacter[] => {
    const at = text.slice(span.start, span.end).search(odd);
    if (at < 0) return [];
    const start = span.start + at;
    const name = names.get(text[start]!) ?? `a typographic quote (${text[start]})`;
    return [{ span: { start, end: start + 1 }, name, option }];
  };
  const isCode = (section: string, { key }: Option) =>
    kind === 'filter' || regexOptions.has(key) || (kind === 'action' && section !== 'Init');
  return sections.flatMap(section => [
    ...find(section.nameSpan),
    ...section.options.flatMap(option => [
      ...find(option.keySpan),
      ...(isCode(section.name, option) ? [] : option.valueLines.flatMap(line => find(line, option.key))),
    ]),
  ]);
}
