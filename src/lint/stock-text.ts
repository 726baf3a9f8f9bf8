import { isUnchangedStock, releasesWith, stockFile } from '../knowledge/stock';
import type { Setting } from '../resolve/setting';
import type { SourceFile } from '../resolve/source';
import { optionAt, sectionAt } from '../syntax/option-at';

/** Whether the option at an offset of a file is one that some release of fail2ban has there, with this very value. */
export function isStockText(file: SourceFile, offset: number): boolean {
  const option = optionAt(file.tree, offset);
  if (option === undefined || isUnchangedStock(file)) return option !== undefined;
  const section = sectionAt(file.tree, offset)!;
  const values = stockFile(file.name)?.sections.get(section.name)?.options.get(option.key);
  return values !== undefined && releasesWith(values, option.value).length > 0;
}

/** jail.conf has about a hundred sections; nobody writes so many. */
const sectionsOfCopy = 40;

/** Whether a setting came into a copy of jail.conf with all the rest: the file has very many jails, and some release this very value. */
export function isCopiedSetting({ key, section, file, option }: Setting): boolean {
  if (file.tree.sections.length < sectionsOfCopy) return false;
  const values = stockFile('jail.conf')?.sections.get(section)?.options.get(key);
  return values !== undefined && releasesWith(values, option.value).length > 0;
}
