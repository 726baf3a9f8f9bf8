import { createPlaces, type Places } from '../resolve/places';
import type { Setup } from '../resolve/setup';
import { sourcePath } from '../resolve/source';
import type { SyntaxTree } from '../syntax/tree';
import { lastUpTo } from '../text/last-up-to';
import type { Diagnostic, Range } from './finding';

/** What a finding is about, in names that stay when lines move, files are formatted or messages reworded. */
export interface FindingKey {
  readonly rule: string;
  readonly file: string;
  /** Where the finding stands; empty outside any section. */
  readonly section: string;
  readonly option: string;
  readonly jail: string;
  /** What is marked of a value, or of a line that is no option; empty where the whole option, a key or a header is. */
  readonly element: string;
}

/** Gives the keys of the findings of one tree. `fileName` says how a path is called in them. */
export function findingKeys(
  setup: Setup,
  fileName: (path: string) => string,
): (diagnostic: Diagnostic) => FindingKey {
  const places = createPlaces(setup.sources);
  const landmarks = new Map<string, readonly Landmark[]>();
  return ({ rule, range, jail, option }) => {
    const { path } = range.file;
    const marks = landmarks.get(path) ?? landmarksOf(setup.sources(path)?.tree);
    landmarks.set(path, marks);
    const { start, text } = marked(range, places);
    // no character at the start of a file is marked: the finding is about the file
    const landmark = start === 0 && text === '' ? undefined : lastUpTo(marks, start, each => each.start);
    const isInside = landmark === undefined || start >= landmark.contentFrom;
    return {
      rule,
      file: fileName(sourcePath(range.file)),
      section: landmark?.section ?? '',
      option: option ?? landmark?.option ?? '',
      jail: jail ?? '',
      element: isInside ? text.trim().replace(/\s+/g, ' ') : '',
    };
  };
}

/** A header or an option, with the offset from which on what it heads stands. */
interface Landmark {
  readonly start: number;
  readonly contentFrom: number;
  readonly section: string;
  readonly option: string | undefined;
}

function landmarksOf(tree: SyntaxTree | undefined): readonly Landmark[] {
  return (tree?.sections ?? []).flatMap(({ name, header, options }) => [
    { start: header.start, contentFrom: header.end, section: name, option: undefined },
    ...options.map(({ key, keySpan, delimiter }) => ({
      start: keySpan.start,
      contentFrom: delimiter.end,
      section: name,
      option: key,
    })),
  ]);
}

/** Offset and characters of a range, of one on several lines those of the first. */
function marked({ file, start, end }: Range, places: Places): { start: number; text: string } {
  const line = places.lines(file).line(start.line);
  if (line === undefined) return { start: file.text.length, text: '' };
  const from = line.start + start.column - 1;
  const to = start.line === end.line ? line.start + end.column - 1 : line.end;
  return { start: from, text: file.text.slice(from, to) };
}
