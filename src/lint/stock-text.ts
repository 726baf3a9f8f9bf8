import { releasesWith, stockFile } from '../knowledge/stock';
import type { Setting } from '../resolve/setting';
import type { SourceFile } from '../resolve/source';
import { optionAt } from '../syntax/option-at';

/** Whether the option at an offset of a file is one that some release of fail2ban has there, with this very value. */
export function isStockText(file: SourceFile, offset: number): boolean {
  const stock = stockFile(file.name);
  const option = stock && optionAt(file.tree, offset);
  const section = file.tree.sections.find(each => option !== undefined && each.options.includes(option));
  if (stock === undefined || option === undefined || section === undefined) return false;
  const values = stock.sections.get(section.name)?.options.get(option.key);
  return values !== undefined && releasesWith(values, option.value).length > 0;
}

/** Whether jail.conf of some release sets an option of a jail to this very value, as a copy of it does. */
export function isStockJailValue(jail: string, { key, option }: Setting): boolean {
  const values = stockFile('jail.conf')?.sections.get(jail)?.options.get(key);
  return values !== undefined && releasesWith(values, option.value).length > 0;
}
