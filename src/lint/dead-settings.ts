import { joinPath, withoutExtension } from '../files/posix-path';
import { isPackagedFile } from '../knowledge/packaged-files';
import { type Family, familyPaths } from '../resolve/family';
import { overridden, type Setting } from '../resolve/setting';
import type { Model } from './model';
import { repeatsStock, staleCopies } from './stale-copies';

/** A setting of the admin's that another file overrides. */
export interface DeadSetting {
  readonly setting: Setting;
  /** The one that counts. */
  readonly winner: Setting;
}

/**
 * Settings of the jails and the daemon that stand in one of the admin's files and are overridden by another file. What a copy of the
 * stock files repeats is left out, and what is meant to be overridden: an included file, `x.conf` beside `x.local`; and what the package says as well.
 */
export function deadSettings(model: Model): readonly DeadSetting[] {
  return [model.setup.jailFamily, model.setup.daemon.family].flatMap(family => inFamily(model, family));
}

function inFamily(model: Model, family: Family): readonly DeadSetting[] {
  const { snapshot } = model.setup;
  if (family.failures.length > 0) return [];
  const own = new Set(familyPaths(snapshot, joinPath(snapshot.root, family.base)));
  const copies = staleCopies(model);
  const sections = [...family.sections].filter(([name]) => name !== 'INCLUDES' && !name.startsWith('KNOWN/'));
  const winners = [
    ...family.defaults.values(),
    ...sections.flatMap(([, settings]) => [...settings.values()]),
  ];
  return winners.flatMap(winner => {
    const chain = winner.overrides === undefined ? [] : [...overridden(winner), winner];
    return chain.slice(0, -1).flatMap((setting, index): readonly DeadSetting[] => {
      const { file, key } = setting;
      if (file.name === winner.file.name || !own.has(file.path) || isPackagedFile(file.name)) return [];
      if (isLocalOf(winner.file.name, file.name)) return [];
      if (copies.has(file) && repeatsStock(setting)) return [];
      const isSame = setting.text.value === winner.text.value;
      if (isSame && isPackagedFile(winner.file.name)) return [];
      // `%(known/logpath)s` adds to what was there
      if (chain.slice(index + 1).some(({ option }) => option.value.includes(`known/${key}`))) return [];
      return [{ setting, winner }];
    });
  });
}

function isLocalOf(winner: string, name: string): boolean {
  return name.endsWith('.conf') && winner === `${withoutExtension(name)}.local`;
}
