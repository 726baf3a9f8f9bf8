import { dirname, resolve } from 'node:path';
import {
  mergeSettings,
  noPlacedSettings,
  type PlacedSettings,
  placeSettings,
} from '../config/placed-settings';
import type { Settings } from '../config/settings';
import { isUserError, UserError } from './io';

/**
 * The settings of a file with those of the files it extends, and that these extend. `read` gives what one file says. Files that extend each
 * other in a circle are a UserError.
 */
export function extendedSettings(file: string, read: (file: string) => Settings): PlacedSettings {
  const known = new Map<string, PlacedSettings>();

  function settingsOf(name: string, from: readonly string[]): PlacedSettings {
    const path = resolve(name);
    const found = known.get(path);
    if (found !== undefined) return found;
    if (from.some(each => resolve(each) === path)) {
      throw new UserError(
        `${from.at(-1)}: extends leads in a circle: ${[...from, name].join(' -> ')}`,
        'take one of them out',
      );
    }
    const own = readFrom(name, from.at(-1));
    const directory = dirname(path);
    const placed = placeSettings(own, directory, each => resolve(directory, each));
    const under = own.extends.map(each => settingsOf(resolve(directory, each), [...from, name]));
    const settings = [...under, placed].reduce(mergeSettings, noPlacedSettings);
    known.set(path, settings);
    return settings;
  }

  function readFrom(name: string, from: string | undefined): Settings {
    try {
      return read(name);
    } catch (error) {
      if (from === undefined || !isUserError(error)) throw error;
      throw new UserError(`${from}: extends: ${error.message}`, error.hint);
    }
  }

  return settingsOf(file, []);
}
