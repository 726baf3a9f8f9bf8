import { isPackagedFile } from '../knowledge/packaged-files';
import { actionOptions, jailOptions } from '../knowledge/reader-options';
import type { Family } from '../resolve/family';
import { type InterpolationError, interpolate } from '../resolve/interpolate';
import type { LoadError } from '../resolve/jail';
import { settingOf } from '../resolve/merge';
import { readOption } from '../resolve/read-option';
import type { Setting } from '../resolve/setting';
import type { Setup } from '../resolve/setup';
import { madeText } from '../text/text';
import type { TreeFile } from './tree-files';

/** A value that can't be put together. */
export interface ValueError {
  readonly error: InterpolationError;
  /** The option that asks for it; the text at fault may stand elsewhere. */
  readonly setting: Setting | undefined;
  readonly option: string;
  readonly jail: string | undefined;
  /** `fatal`: fail2ban does not start. `unused`: not until a jail uses the file. `disabled`: not until the jail is enabled. */
  readonly effect: 'fatal' | 'unused' | 'disabled';
}

export function findValueErrors(setup: Setup, files: readonly TreeFile[]): readonly ValueError[] {
  return [
    ...ofFamily(setup.daemon.family),
    ...setup.daemon.errors.flatMap(error => ofLoadError(error, undefined)),
    ...ofFamily(setup.jailFamily),
    ...setup.jails.flatMap(jail => jail.errors.flatMap(error => ofLoadError(error, jail.name))),
    ...setup.jails.filter(jail => !jail.enabled).flatMap(jail => ofDisabledJail(setup, jail.name)),
    ...files.filter(file => !file.isRead).flatMap(ofUnusedFile),
  ];
}

function ofFamily(family: Family): readonly ValueError[] {
  return family.failures.flatMap(failure => ofLoadError({ kind: 'file', family, failure }, undefined));
}

function ofLoadError(loadError: LoadError, jail: string | undefined): readonly ValueError[] {
  if (loadError.kind === 'option' && loadError.result.kind === 'error') {
    const { setting, option, result } = loadError;
    return [{ error: result.error, setting, option, jail, effect: 'fatal' }];
  }
  if (loadError.kind === 'file' && loadError.failure.kind === 'include') {
    const { setting, error } = loadError.failure;
    return [{ error, setting, option: setting.key, jail, effect: 'fatal' }];
  }
  return [];
}

const readAnyway: ReadonlySet<string> = new Set(['enabled', 'backend', 'filter']);

/**
 * Of a disabled jail fail2ban reads three options only; these are the others it would read. What its filter would give as
 * `known/…` can't be told.
 */
function ofDisabledJail(setup: Setup, jail: string): readonly ValueError[] {
  const errors: ValueError[] = [];
  const settings = setup.jailFamily.sections.get(jail);
  for (const { name } of jailOptions(setup.release)) {
    const setting = settings?.get(name);
    if (setting === undefined || readAnyway.has(name) || isPackagedFile(setting.file.name)) continue;
    const { result } = readOption(setup.jailLookup, jail, setting.key);
    if (result.kind !== 'error' || result.error.name.startsWith('known/')) continue;
    errors.push({ error: result.error, setting, option: setting.key, jail, effect: 'disabled' });
  }
  return errors;
}

/** Names that a jail may pass are not known here; a stray `%` is wrong whatever it passes. */
function ofUnusedFile({ file, kind }: TreeFile): readonly ValueError[] {
  const errors: ValueError[] = [];
  for (const section of file.tree.sections) {
    for (const option of section.options) {
      if (!option.value.includes('%') || !isAlwaysRead(section.name, option.key, kind)) continue;
      const setting = settingOf(file, section, option);
      const result = interpolate(setting.text, {
        section: section.name,
        lookup: anyName,
        foreign: anyName,
        names: () => [],
      });
      if (result.kind !== 'error') continue;
      errors.push({ error: result.error, setting, option: option.key, jail: undefined, effect: 'unused' });
    }
  }
  return errors;
}

const anyName = () => madeText('');
const actionOptionNames = new Set(actionOptions.map(option => option.name));

/** Of `[Definition]` of an action only the options fail2ban knows are read, and helpers where a tag asks for them. */
function isAlwaysRead(section: string, option: string, kind: TreeFile['kind']): boolean {
  if (section === 'Init') return true;
  return section === 'Definition' && (kind === 'filter' || actionOptionNames.has(option));
}
