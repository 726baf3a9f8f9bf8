import { isPackagedFile } from '../knowledge/packaged-files';
import type { Setting } from '../resolve/setting';
import type { JailsAtPlace } from './jails-by-place';
import type { Jail } from './model';

/** The setting of an option of a jail where the admin wrote it; undefined where the package did, or nobody. */
export function ownSetting(jail: Jail, option: string): Setting | undefined {
  const setting = jail.option(option)?.setting;
  return setting === undefined || isPackagedFile(setting.file.name) ? undefined : setting;
}

/** Whether a finding would stand in a file of the package, which is not to be edited. */
export function standsInPackage({ place }: Pick<JailsAtPlace, 'place'>): boolean {
  if (place.kind === 'setting') return isPackagedFile(place.setting.file.name);
  return place.kind === 'span' && isPackagedFile(place.file.name);
}
