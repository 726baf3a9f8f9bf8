import type { Setting } from '../resolve/setting';
import type { Sources, TextFile } from '../resolve/source';
import type { SshdDirective } from '../sshd/read';
import { piecesBetween } from '../text/pieces';
import type { Position, Span } from '../text/span';
import type { Text } from '../text/text';

/** A place as a rule names it: a thing in the model. The engine finds out where that stands. */
export type Place =
  | { readonly kind: 'span'; readonly file: TextFile; readonly span: Span }
  /** `option = value`, on its first line. */
  | { readonly kind: 'setting'; readonly setting: Setting }
  | { readonly kind: 'key'; readonly setting: Setting }
  /** The value alone; of a value on several lines the first that isn't empty. */
  | { readonly kind: 'value'; readonly setting: Setting }
  /** Characters of a value, wherever they are written; `setting` stands in for those that stand nowhere. */
  | {
      readonly kind: 'text';
      readonly text: Text;
      readonly start: number;
      readonly end: number;
      readonly setting: Setting | undefined;
    }
  /** Line and column (from 1) in a file whose text isn't there, as it can't be decoded. */
  | { readonly kind: 'position'; readonly file: TextFile; readonly position: Position };

export function atSpan(file: TextFile, span: Span): Place {
  return { kind: 'span', file, span };
}

/** A line of an sshd_config, from its keyword to its last argument. */
export function atDirective({ file, keywordSpan, valueSpan }: SshdDirective): Place {
  return atSpan(file, { start: keywordSpan.start, end: Math.max(keywordSpan.end, valueSpan.end) });
}

/** The first line of a file. */
export function atFile(file: TextFile): Place {
  return { kind: 'span', file, span: { start: 0, end: 0 } };
}

export function atPosition(file: TextFile, line: number, column: number): Place {
  return { kind: 'position', file, position: { line, column } };
}

export function atSetting(setting: Setting): Place {
  return { kind: 'setting', setting };
}

export function atKey(setting: Setting): Place {
  return { kind: 'key', setting };
}

export function atValue(setting: Setting): Place {
  return { kind: 'value', setting };
}

/** Characters `start` to `end` of a text; the whole text without them. */
export function atText(text: Text, setting: Setting | undefined, start = 0, end = text.value.length): Place {
  return { kind: 'text', text, start, end, setting };
}

/** A place found: offsets in the text of a file. */
export interface Location {
  readonly file: TextFile;
  readonly span: Span;
}

/** Finds where a place stands. A text without any place, and without a setting to stand in, is a fault of the rule. */
export function locate(place: Place, sources: Sources): Location {
  switch (place.kind) {
    case 'span':
      return place;
    case 'position':
      return { file: place.file, span: { start: place.file.text.length, end: place.file.text.length } };
    case 'key':
      return { file: place.setting.file, span: place.setting.option.keySpan };
    case 'value':
      return { file: place.setting.file, span: valueSpan(place.setting) };
    case 'setting': {
      const { option, file } = place.setting;
      return {
        file,
        span: { start: option.keySpan.start, end: option.valueLines[0]?.end ?? option.delimiter.end },
      };
    }
    case 'text': {
      const location = locateText(place.text, place.start, place.end, sources);
      if (location !== undefined) return location;
      if (place.setting === undefined) throw new Error(`"${place.text.value}" stands in no file`);
      return { file: place.setting.file, span: valueSpan(place.setting) };
    }
  }
}

function valueSpan({ option }: Setting): Span {
  return option.valueLines.find(line => line.start < line.end) ?? option.delimiter;
}

/** The first stretch in one file and on one line; what joins lines or files is left out. */
function locateText(text: Text, start: number, end: number, sources: Sources): Location | undefined {
  const [first, ...rest] = piecesBetween(text, start, end);
  if (first === undefined) return undefined;
  const file = sources(first.file);
  if (file === undefined) return undefined;
  let spanEnd = first.end;
  for (const piece of rest) {
    if (piece.file !== first.file || piece.start !== spanEnd) break;
    spanEnd = piece.end;
  }
  return { file, span: { start: first.start, end: spanEnd } };
}
