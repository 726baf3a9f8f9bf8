import { withoutExtension } from '../files/posix-path';
import { isPackagedFile } from '../knowledge/packaged-files';
import { isStockFile } from '../knowledge/stock';
import type { Family } from '../resolve/family';
import { splitCondition } from '../resolve/merge';
import type { Setting } from '../resolve/setting';
import type { Setup } from '../resolve/setup';
import type { SourceFile } from '../resolve/source';
import type { StockChange } from './stock-changes';

/**
 * Whether a change of a packaged file is lost with the next upgrade: not where a file of the admin sets the same option, as that wins
 * over what stands here and stays.
 */
export function isLostByUpgrade(setup: Setup, { name }: SourceFile, { section, key }: StockChange): boolean {
  const family = familyFor(setup, name);
  const { word, condition } = splitCondition(section) ?? { word: section, condition: '' };
  const inForce = (section === 'DEFAULT' ? family.defaults : family.sections.get(word))?.get(key + condition);
  return inForce === undefined || isOfPackage(inForce);
}

function familyFor(setup: Setup, name: string): Family {
  if (name === 'jail.conf' || name.startsWith('jail.d/')) return setup.jailFamily;
  return name === 'fail2ban.conf' ? setup.daemon.family : setup.loadAlone(withoutExtension(name));
}

function isOfPackage({ file: { name } }: Setting): boolean {
  return isPackagedFile(name) || (name.endsWith('.conf') && isStockFile(name));
}
