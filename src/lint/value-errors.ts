import { isPackagedFile } from '../knowledge/packaged-files';
import { actionOptions } from '../knowledge/reader-options';
import { ownOptions } from '../resolve/effective';
import type { Family } from '../resolve/family';
import { type InterpolationError, interpolate } from '../resolve/interpolate';
import type { LoadError } from '../resolve/jail';
import { merge } from '../resolve/merge';
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

/** Of a disabled jail fail2ban reads three options only. What its filter would give as `known/…` can't be told. */
function ofDisabledJail(setup: Setup, jail: string): readonly ValueError[] {
  const readAnyway = new Set(['enabled', 'backend', 'filter']);
  return ownOptions(setup.jailLookup, jail).flatMap(({ name, setting, result }) => {
    if (readAnyway.has(name) || result.kind !== 'error') return [];
    if (setting !== undefined && isPackagedFile(setting.file.name)) return [];
    if (result.error.name.startsWith('known/')) return [];
    return [{ error: result.error, setting, option: name, jail, effect: 'disabled' } as const];
  });
}

/** Names that a jail may pass are not known here; a stray `%` is wrong whatever it passes. */
function ofUnusedFile({ file, kind }: TreeFile): readonly ValueError[] {
  const { sections } = merge([file]);
  const settings = [
    ...(sections.get('Definition')?.values() ?? []),
    ...(sections.get('Init')?.values() ?? []),
  ];
  return settings
    .filter(setting => isAlwaysRead(setting, kind))
    .flatMap(setting => {
      const result = interpolate(setting.text, {
        section: setting.section,
        lookup: () => nothing,
        foreign: () => undefined,
      });
      if (result.kind === 'text') return [];
      return [
        { error: result.error, setting, option: setting.key, jail: undefined, effect: 'unused' } as const,
      ];
    });
}

const nothing = madeText('');
const actionOptionNames = new Set(actionOptions.map(option => option.name));

/** Of `[Definition]` of an action only the options fail2ban knows are read, and helpers where a tag asks for them. */
function isAlwaysRead({ section, key }: Setting, kind: TreeFile['kind']): boolean {
  return kind === 'filter' || section === 'Init' || actionOptionNames.has(key);
}
