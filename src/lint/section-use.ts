import type { Model } from './model';
import type { TreeFile } from './tree-files';
import type { Use } from './use';

/** Whether fail2ban looks at what stands in a section of a file: not in that of a disabled jail, nor in a filter or action no jail uses. */
export function sectionUse({ jails }: Model, { kind, isRead }: TreeFile, section: string): Use {
  if (!isRead) return 'unused';
  const jail = kind === 'jail' ? jails.find(each => each.name === section) : undefined;
  if (jail === undefined) return 'used';
  if (!jail.enabled) return 'disabled';
  return jail.reading.skipped === undefined ? 'used' : 'skipped';
}
