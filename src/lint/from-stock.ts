import { isUnchangedStock, releasesWith, stockFile } from '../knowledge/stock';
import type { Setup } from '../resolve/setup';
import type { SourceFile } from '../resolve/source';
import type { Option, Section } from '../syntax/tree';
import { piecesBetween } from '../text/pieces';
import type { Text } from '../text/text';
import { isStockText } from './stock-text';

/** Whether an option of a packaged file has the text that a release gave it. */
export function isStockOption(file: SourceFile, section: Section, option: Option): boolean {
  if (isUnchangedStock(file)) return true;
  const values = stockFile(file.name)?.sections.get(section.name)?.options.get(option.key);
  return values !== undefined && releasesWith(values, option.value).length > 0;
}

/** Whether nobody but the package wrote the characters `start` to `end` of a text. False for a text that stands nowhere. */
export function isFromStock({ sources }: Setup, text: Text, start = 0, end = text.value.length): boolean {
  const pieces = piecesBetween(text, start, end);
  return (
    pieces.length > 0 &&
    pieces.every(piece => {
      const file = sources(piece.file);
      return file !== undefined && isStockText(file, piece.start);
    })
  );
}
