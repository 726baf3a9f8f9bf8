import { isPackagedFile } from '../knowledge/packaged-files';
import { effectiveOption } from '../resolve/effective';
import type { Setting } from '../resolve/setting';
import { piecesOf } from '../text/pieces';
import type { Jail, Model } from './model';
import { repeatsStock } from './stale-copies';

/** A setting in the admin's [DEFAULT], and the jails he enabled that don't get it, as jail.conf sets the option in the jail. */
export interface IgnoredDefault {
  readonly setting: Setting;
  readonly jails: readonly Jail[];
}

/** The settings among some options that do not reach a jail. What leads back to the admin's own value is no other value. */
export function ignoredDefaults(model: Model, options: Iterable<string>): readonly IgnoredDefault[] {
  const { defaults, failures } = model.setup.jailFamily;
  if (failures.length > 0) return [];
  const found: IgnoredDefault[] = [];
  for (const option of options) {
    const setting = defaults.get(option);
    if (setting === undefined || isPackagedFile(setting.file.name) || repeatsStock(setting)) continue;
    const jails = model.jails.filter(jail => isEnabledByAdmin(jail) && ignores(model, jail, option));
    if (jails.length > 0) found.push({ setting, jails });
  }
  return found;
}

function isEnabledByAdmin(jail: Jail): boolean {
  const setting = jail.enabled ? jail.option('enabled')?.setting : undefined;
  return setting !== undefined && setting.section === jail.name && !isPackagedFile(setting.file.name);
}

function ignores({ setup }: Model, jail: Jail, option: string): boolean {
  const own = jail.option(option);
  if (own?.setting?.section !== jail.name || !isPackagedFile(own.setting.file.name)) return false;
  const wanted = effectiveOption(setup.jailLookup, 'DEFAULT', option)?.result;
  if (own.result.kind !== 'text' || wanted?.kind !== 'text') return false;
  const isFromAdmin = piecesOf(own.result.text).some(
    ({ file }) => !isPackagedFile(setup.sources(file)?.name ?? ''),
  );
  return !isFromAdmin && own.result.text.value !== wanted.text.value;
}
