import { isAscii } from '../text/ascii';
import { lazyPattern } from '../text/lazy-pattern';

/** `%(SECTION/OPTION)s`: both parts as written. */
export interface SlashReference {
  readonly section: string;
  readonly option: string;
}

const anySectionPart = lazyPattern(() => /[\p{L}\p{N}_-]+\//uy);
const asciiSectionPart = /[\w-]+\//y;

/**
 * The references with a slash in a text, found without regard to `%%` (client/configparserinc.py). SECTION is of word
 * characters and `-`, OPTION of anything but `)`.
 */
export function slashReferences(text: string): readonly SlashReference[] {
  const found: SlashReference[] = [];
  if (!text.includes('/')) return found;
  const sectionPart = isAscii(text) ? asciiSectionPart : anySectionPart();
  let close = -1;
  for (let at = text.indexOf('%('); at >= 0; ) {
    if (close < at) close = text.indexOf(')', at);
    if (close < 0) return found;
    sectionPart.lastIndex = at + 2;
    const section = sectionPart.exec(text)?.[0];
    const optionStart = at + 2 + (section?.length ?? 0);
    const matches = section !== undefined && optionStart < close && text[close + 1] === 's';
    if (matches) found.push({ section: section.slice(0, -1), option: text.slice(optionStart, close) });
    at = text.indexOf('%(', matches ? close + 2 : at + 2);
  }
  return found;
}
