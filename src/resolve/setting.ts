import type { Option } from '../syntax/tree';
import type { Text } from '../text/text';
import type { SourceFile } from './source';

/** One `option = value` of a file, as it entered the merged configuration. */
export interface Setting {
  /** In lower case; an option of a conditional section carries the condition: `port?family=inet6`. */
  readonly key: string;
  /** Name of the section as written in the file. */
  readonly section: string;
  readonly file: SourceFile;
  readonly option: Option;
  /** The value as written. */
  readonly text: Text;
  /** The setting of the same section and option that this one replaced. */
  readonly overrides: Setting | undefined;
}

/** What a setting replaced, and what that replaced, in load order; not the same line again from a file read twice. */
export function overridden(setting: Setting): readonly Setting[] {
  const found: Setting[] = [];
  for (let at = setting.overrides; at !== undefined; at = at.overrides) {
    if (at.option !== setting.option) found.unshift(at);
  }
  return found;
}
