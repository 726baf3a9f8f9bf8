import { findOptions, isKnownOption } from '../knowledge/options';
import { isPackagedFile } from '../knowledge/packaged-files';
import { actionOptions, filterOptions } from '../knowledge/reader-options';
import type { DefinitionUse } from '../resolve/jail';
import { settingOf } from '../resolve/merge';
import { textOf } from '../resolve/read-table';
import type { Setting } from '../resolve/setting';
import type { Text } from '../text/text';
import type { Jail, Model } from './model';
import type { TreeFile } from './tree-files';
import { unusedFilters } from './unused-filters';
import type { Use } from './use';

/** An option with the text somebody reads. */
export interface UsedValue {
  readonly option: string;
  readonly text: Text;
  /** The setting the text comes from, as far as it can be told. */
  readonly setting: Setting | undefined;
  /** The jail that reads it, if it is one. */
  readonly jail: Jail | undefined;
  readonly use: Use;
}

/**
 * Every value of an option as it is read: by the daemon, by each jail, by the filter and the actions of each enabled jail, and as
 * written in filters and actions no jail uses. A line that many jails read comes up for each of them; `onePerPlace` joins the
 * findings. What packaged files say of disabled jails is left out.
 */
export function valuesOf(model: Model, option: string): readonly UsedValue[] {
  const known = byModel.get(model) ?? new Map<string, readonly UsedValue[]>();
  byModel.set(model, known);
  const values = known.get(option) ?? [
    ...ofDaemon(model, option),
    ...ofJails(model, option),
    ...(definitionOptions.has(option) ? inDefinitions(model, option) : []),
  ];
  known.set(option, values);
  return values;
}

/** By option, as several rules ask for the same. */
const byModel = new WeakMap<Model, Map<string, readonly UsedValue[]>>();

function ofDaemon({ setup: { daemon } }: Model, option: string): readonly UsedValue[] {
  const read = daemon.options.get(option) ?? daemon.thread?.get(option);
  const text = read?.value.text;
  if (text === undefined || (needDatabase.has(option) && !hasDatabase(daemon.options))) return [];
  return [{ option, text, setting: read?.setting, jail: undefined, use: 'used' }];
}

/** Without a database the server passes over these (server/transmitter.py). */
const needDatabase: ReadonlySet<string> = new Set(['dbmaxmatches', 'dbpurgeage']);

function hasDatabase(options: Model['setup']['daemon']['options']): boolean {
  return textOf(options, 'dbfile').toLowerCase() !== 'none';
}

function ofJails(model: Model, option: string): readonly UsedValue[] {
  if (!isForJails(option)) return [];
  const { defaults, sections } = model.setup.jailFamily;
  const isInherited = defaults.has(option);
  const found: UsedValue[] = [];
  model.jails.forEach(jail => {
    if (isInherited || sections.get(jail.name)?.has(option)) found.push(...ofJail(model, jail, option));
  });
  return found;
}

/** What others read, such as `dbpurgeage` and the `timeout` of actions, is nothing in a jail; what nobody reads is a variable. */
function isForJails(option: string): boolean {
  return isKnownOption('jail', option) || findOptions(option).length === 0;
}

function ofJail({ setup }: Model, jail: Jail, option: string): readonly UsedValue[] {
  const use = option === 'enabled' ? 'used' : useOf(jail);
  // most jails are packaged and disabled
  if (use === 'disabled' && isPackaged(setup, jail.name, option)) return [];
  const read = jail.reading.options.get(option);
  if (read?.setting !== undefined && read.value.text !== undefined) {
    return [{ option, text: read.value.text, setting: read.setting, jail, use }];
  }
  const effective = jail.option(option);
  if (effective?.setting === undefined || effective.result.kind !== 'text') return [];
  const { setting, result } = effective;
  return [{ option, text: result.text, setting, jail, use }];
}

function isPackaged({ jailFamily }: Model['setup'], jail: string, option: string): boolean {
  const setting = jailFamily.sections.get(jail)?.get(option) ?? jailFamily.defaults.get(option);
  return setting === undefined || isPackagedFile(setting.file.name);
}

function useOf({ enabled, reading }: Jail): Use {
  if (!enabled) return 'disabled';
  return reading.skipped === undefined ? 'used' : 'skipped';
}

function inDefinitions(model: Model, option: string): readonly UsedValue[] {
  const unused = [
    ...(filterNames.has(option) ? inUnusedFilters(model, option) : []),
    ...model.files.flatMap(file => inUnusedAction(file, option)),
  ];
  return [...model.jails.flatMap(jail => inDefinitionsOf(jail, option)), ...unused];
}

function inDefinitionsOf(jail: Jail, option: string): readonly UsedValue[] {
  const { filter, actions } = jail.reading;
  const found: UsedValue[] = [];
  if (filter !== undefined && filterNames.has(option))
    found.push(...inDefinition(jail, filter, 'filter', option));
  if (!actionNames.has(option)) return found;
  for (const action of actions) {
    if (action.kind === 'command') found.push(...inDefinition(jail, action, 'action', option));
  }
  return found;
}

function inDefinition(
  jail: Jail,
  { texts, family }: DefinitionUse,
  calledBy: 'filter' | 'action',
  option: string,
): readonly UsedValue[] {
  const text = texts.get(option);
  if (text === undefined) return [];
  const own = family.sections.get('Definition')?.get(option) ?? family.defaults.get(option);
  return [{ option, text, setting: own ?? jail.option(calledBy)?.setting, jail, use: useOf(jail) }];
}

const filterNames: ReadonlySet<string> = new Set(filterOptions.map(({ name }) => name));
/** `timeout` is the one parameter of an action that the server itself looks at. */
const actionNames: ReadonlySet<string> = new Set([...actionOptions.map(({ name }) => name), 'timeout']);
const definitionOptions: ReadonlySet<string> = new Set([...filterNames, ...actionNames]);

function inUnusedFilters(model: Model, option: string): readonly UsedValue[] {
  return unusedFilters(model).flatMap(({ family, texts }) => {
    const text = texts.get(option);
    // of values that hang on what a jail passes nothing can be told
    if (text === undefined || (!option.endsWith('regex') && text.value.includes('<'))) return [];
    const [definition, init] = ['Definition', 'Init'].map(name => family.sections.get(name));
    const setting = definition?.get(option) ?? family.defaults.get(option) ?? init?.get(option);
    return [{ option, text, setting, jail: undefined, use: 'unused' as const }];
  });
}

/** Of values that hang on what a jail passes nothing can be told. */
function inUnusedAction({ file, kind, isRead }: TreeFile, option: string): readonly UsedValue[] {
  if (isRead || kind !== 'action') return [];
  const found: UsedValue[] = [];
  for (const section of file.tree.sections) {
    if (section.name !== 'Definition') continue;
    for (const written of section.options) {
      if (written.key !== option || /[%<]/.test(written.value)) continue;
      const setting = settingOf(file, section, written);
      found.push({ option, text: setting.text, setting, jail: undefined, use: 'unused' });
    }
  }
  return found;
}
