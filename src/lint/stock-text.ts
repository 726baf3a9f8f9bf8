import { releasesWith, stockFile } from '../knowledge/stock';
import type { Setting } from '../resolve/setting';
import type { SourceFile } from '../resolve/source';
import { optionAt } from '../syntax/option-at';

/** Whether the option at an offset of a file is one that some release of fail2ban has there, with this very value. */
export function isStockText(file: SourceFile, offset: number): boolean {
  if (file.entry.kind === 'text' && file.entry.standsFor !== undefined)
    return optionAt(file.tree, offset) !== undefined;
  const stock = stockFile(file.name);
  const option = stock && optionAt(file.tree, offset);
  const section = file.tree.sections.find(each => option !== undefined && each.options.includes(option));
  if (stock === undefined || option === undefined || section === undefined) return false;
  const values = stock.sections.get(section.name)?.options.get(option.key);
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
